import { cachedFor } from "../../shared/dynamo/cached.ts";
import type { Records } from "../../shared/dynamo/records.ts";
import { named } from "../../shared/kept/named.ts";
import type { ClassChain } from "./attributes.ts";
import type { CiClass } from "./ci-class.ts";
import type { RelationType } from "./relation-type.ts";

/** The classes and types that writing a CI or a relation needs: read once in a while, not by every request. */
export type ModelReader = {
  /**
   * A class that somebody names at `path`, below those it is a kind of. Refuses as `invalid_input` what is not
   * there, as `rule_violation` what is retired.
   */
  readonly chain: (classId: string, path?: string) => Promise<ClassChain>;
  /** The same, read anew: before somebody is told that what they say does not fit. */
  readonly freshChain: (classId: string, path?: string) => Promise<ClassChain>;
  /** The class of a CI that is there, also if it is retired. */
  readonly chainOf: (classId: string) => Promise<ClassChain>;
  readonly freshChainOf: (classId: string) => Promise<ClassChain>;
  readonly relationType: (typeId: string, path: string) => Promise<RelationType>;
  /** The type of a relation that is there, also if it is retired. */
  readonly typeOf: (typeId: string) => Promise<RelationType>;
};

type Sources = {
  readonly classes: Pick<Records<CiClass>, "get">;
  readonly relationTypes: Pick<Records<RelationType>, "get">;
  readonly now: Date;
};

/** As in every service: a changed rule works within seconds, and nearly no request reads it. */
const keptMs = 5000;
/** More classes than anybody has: a container does not grow without end. */
const mostKept = 2000;

/** A memory of what was read by id, for as long as rules may be old. */
const remembering = <R>() => {
  let kept = new Map<string, ReturnType<typeof cachedFor<R>>>();
  return (id: string, now: Date, load: () => Promise<R>): Promise<R> => {
    if (kept.size > mostKept) kept = new Map();
    const cached = kept.get(id) ?? cachedFor<R>(keptMs);
    kept.set(id, cached);
    return cached(now, load);
  };
};

/** One memory per container; the reader is of one request, event or schedule. */
export const createModelReader = (): ((sources: Sources) => ModelReader) => {
  const classFor = remembering<CiClass>();
  const typeFor = remembering<RelationType>();
  return ({ classes, relationTypes, now }) => {
    const upwards = async (own: CiClass, read: (id: string) => Promise<CiClass>): Promise<ClassChain> => {
      const chain = [own];
      for (let top = own; top.parentId !== top.id; chain.unshift(top)) top = await read(top.parentId);
      return chain;
    };
    const cached = (id: string) => classFor(id, now, () => classes.get(id));
    const typeOf = (id: string) => typeFor(id, now, () => relationTypes.get(id));
    const fresh = (id: string) => classes.get(id);
    const chainWith = (read: typeof cached) => async (id: string, path?: string) =>
      upwards(path === undefined ? await read(id) : await named({ get: read }, id, path), read);
    return {
      chain: (id, path = "body.classId") => chainWith(cached)(id, path),
      freshChain: (id, path = "body.classId") => chainWith(fresh)(id, path),
      chainOf: chainWith(cached),
      freshChainOf: chainWith(fresh),
      relationType: (id, path) => named({ get: typeOf }, id, path),
      typeOf,
    };
  };
};
