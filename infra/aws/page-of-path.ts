/** Names below which the portal's files lie; pages may have any other name. */
export const filesPrefix = "_files";

/**
 * A CloudFront function (its own JavaScript, no modules): addresses of pages give the one HTML file, whose script
 * shows the page. Files keep theirs, so a missing one is a 403 of the bucket and not a page in disguise.
 */
export const pageOfPath = `function handler(event) {
  var request = event.request;
  var isFile = request.uri.startsWith("/${filesPrefix}/") || /^\\/(config\\.json|favicon\\.svg)$/.test(request.uri);
  if (!isFile) request.uri = "/index.html";
  return request;
}
`;
