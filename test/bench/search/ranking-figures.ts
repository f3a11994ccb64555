/** Documents judged relevant to a question, with how much (0 is not at all). */
export type Judgements = ReadonlyMap<string, number>;

export type RankingFigures = {
  readonly ndcg10: number;
  readonly mrr: number;
  readonly recall5: number;
  readonly recall10: number;
};

const gain = (grade: number, place: number): number => (2 ** grade - 1) / Math.log2(place + 2);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

const ndcg = (found: readonly string[], judged: Judgements): number => {
  const reached = sum(found.slice(0, 10).map((id, place) => gain(judged.get(id) ?? 0, place)));
  const ideal = [...judged.values()].sort((a, b) => b - a).slice(0, 10);
  return reached / sum(ideal.map(gain));
};

const recall = (found: readonly string[], judged: Judgements, depth: number): number => {
  const relevant = [...judged].filter(([, grade]) => grade > 0);
  return relevant.filter(([id]) => found.slice(0, depth).includes(id)).length / relevant.length;
};

/** How good a ranking is (normalised discounted cumulative gain with exponential gain, reciprocal rank, recall). */
export const figuresOf = (found: readonly string[], judged: Judgements): RankingFigures => {
  const first = found.findIndex((id) => (judged.get(id) ?? 0) > 0);
  return {
    ndcg10: ndcg(found, judged),
    mrr: first < 0 ? 0 : 1 / (first + 1),
    recall5: recall(found, judged, 5),
    recall10: recall(found, judged, 10),
  };
};

/** The average of each. */
export const averageOf = (all: readonly RankingFigures[]): RankingFigures => {
  const mean = (pick: (one: RankingFigures) => number) => sum(all.map(pick)) / all.length;
  return {
    ndcg10: mean(({ ndcg10 }) => ndcg10),
    mrr: mean(({ mrr }) => mrr),
    recall5: mean(({ recall5 }) => recall5),
    recall10: mean(({ recall10 }) => recall10),
  };
};
