// SPDX-License-Identifier: MIT
/** Reads well-formed XML (and HTML written as such) into a tree, for tests that read an export back. */
import { Parser } from 'saxen';

export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
}

/** @throws Error for what is not well-formed: a tag that is not closed, or closed by another. */
export function parseXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  const top = (): Element => open[open.length - 1]!;
  const parser = new Parser();
  let failure: Error | null = null;
  parser.on('openTag', (name, attributes, decode) => {
    const own = Object.entries(attributes()).map(([key, value]) => [key, decode(value)]);
    const element: Element = { name, attributes: Object.fromEntries(own) as Record<string, string>, children: [] };
    top().children.push(element);
    open.push(element);
  });
  parser.on('closeTag', (name) => {
    if (top().name !== name) failure ??= new Error(`<${top().name}> is closed by </${name}>`);
    open.pop();
  });
  parser.on('text', (text, decode) => {
    if (open.length > 1) top().children.push(decode(text));
  });
  parser.on('error', (error) => {
    failure ??= error;
  });
  parser.write(xml.replace(/^<\?xml[^>]*\?>|<!doctype[^>]*>/gi, ''));
  failure ??= parser.end() ?? null;
  if (failure) throw failure;
  if (open.length !== 1) throw new Error(`<${top().name}> is not closed`);
  const [element] = root.children;
  if (typeof element !== 'object' || root.children.length !== 1) throw new Error('there is not one root element');
  return element;
}

export const elementsOf = (element: Element): Element[] =>
  element.children.filter((child): child is Element => typeof child !== 'string');

/** Every element of that name below, in the order of the document. */
export const all = (element: Element, name: string): Element[] =>
  elementsOf(element).flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);

export const textOf = (element: Element): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
