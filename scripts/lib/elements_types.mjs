// SPDX-License-Identifier: MIT
/** Types of the elements for those who import them, made of the manifest: free of the library they are built with. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { elementsManifest } from './elements_manifest.mjs';

const head = "import type { InputError, Plan, Report } from '../engine/library.js';\n";

/** Writes lib/types/embed in `dist`. */
export function writeElementTypes(dist) {
  const folder = join(dist, 'lib/types/embed');
  mkdirSync(folder, { recursive: true });
  const elements = elementsManifest().modules.flatMap(({ declarations }) => declarations);
  const put = (name, list) => writeFileSync(join(folder, name), `${head}\n${list.map(typesOf).join('\n')}`);
  put('elements.d.ts', elements);
  put(
    'fatigue-results.d.ts',
    elements.filter(({ tagName }) => tagName === 'fatigue-results'),
  );
}

function typesOf({ name, tagName, description, attributes, members, events }) {
  const fields = members.filter(({ kind }) => kind === 'field');
  const named = new Set(fields.map((field) => field.name));
  const mirrored = attributes.map(fieldOf).filter((field) => !named.has(field.name));
  const lines = [...fields, ...mirrored].map((field) =>
    member(field, `${field.readonly ? 'readonly ' : ''}${field.name}: ${field.type.text}`),
  );
  const methods = members
    .filter(({ kind }) => kind === 'method')
    .map((method) => member(method, `${method.name}(${parametersOf(method)}): ${method.return.type.text}`));
  const map = events.map(
    ({ name: event, type }) =>
      `  ${event}: ${type.text === 'CustomEvent' ? 'CustomEvent<null>' : plainDetail(type.text)};`,
  );
  return `/** ${description} */
export declare class ${name} extends HTMLElement {
${[...lines, ...methods, ...listeners(name)].join('\n')}
}
export interface ${name}EventMap extends Omit<HTMLElementEventMap, 'error'> {
${map.join('\n')}
}
declare global {
  interface HTMLElementTagNameMap {
    '${tagName}': ${name};
  }
}
`;
}

/** Events by their names, with what they bring. */
const listeners = (name) =>
  ['add', 'remove'].flatMap((act) => {
    const options = act === 'add' ? 'boolean | AddEventListenerOptions' : 'boolean | EventListenerOptions';
    const own = `(this: ${name}, event: ${name}EventMap[Type]) => unknown`;
    return [
      `  ${act}EventListener<Type extends keyof ${name}EventMap>(type: Type, listener: ${own}, options?: ${options}): void;`,
      `  ${act}EventListener(type: string, listener: EventListenerOrEventListenerObject, options?: ${options}): void;`,
    ];
  });

const member = ({ description }, declaration) => `  /** ${description} */\n  ${declaration};`;
const parametersOf = ({ parameters }) => parameters.map(({ name, type }) => `${name}: ${type.text}`).join(', ');

/** An attribute as the property that it is. */
function fieldOf({ name, description, type }) {
  const text = type?.text === 'boolean' ? 'boolean' : 'string | null';
  return { name: name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase()), description, type: { text } };
}

/** What a result brings beside the report has no type of its own here. */
const plainDetail = (text) => text.replace('ResultDetail', '{ report: Report; individual?: object }');
