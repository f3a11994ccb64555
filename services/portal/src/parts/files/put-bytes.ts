/** Where the API says that bytes are to be sent. */
export type Upload = { readonly url: string; readonly headers: Readonly<Record<string, string>> };

/** The bytes lie there already: an earlier attempt had arrived though its answer had not. */
const alreadyThere = 412;

/** Sends bytes and tells how far they are; `fetch` does not tell that. Rejects where they did not arrive. */
export const putBytes = (upload: Upload, bytes: Blob, onProgress: (sent: number) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", upload.url);
    for (const [name, value] of Object.entries(upload.headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => {
      const isThere = (request.status >= 200 && request.status < 300) || request.status === alreadyThere;
      if (isThere) resolve();
      else reject(new Error(`${request.status}`));
    };
    request.onerror = () => reject(new Error("no answer"));
    request.send(bytes);
  });
