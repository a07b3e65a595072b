// SPDX-License-Identifier: MIT
/** Text for HTML and XML: what is reserved, in content and in attributes with double quotes. */

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

const notXml =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** XML has no way to write most control characters and lone surrogates: they become the replacement character. */
export const escapeXml = (text: string): string => escapeHtml(text.replace(notXml, '\ufffd'));
