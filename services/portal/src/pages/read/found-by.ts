/** What the address of an article says when a search or a suggestion led to it. */
export const foundBy = "found";

/** The address of an article that was found or suggested for somebody who needs help. */
export const foundArticle = (articleId: string): string => `/read/${articleId}?${foundBy}`;
