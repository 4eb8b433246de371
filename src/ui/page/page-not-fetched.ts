/**
 * A page's file did not arrive: no network, or a build that the host no longer has. Browsers remember the
 * failure for as long as the document lives, so only a reload asks for the file again.
 */
export class PageNotFetched extends Error {
  override readonly name = 'PageNotFetched';
}
