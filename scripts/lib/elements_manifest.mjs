// SPDX-License-Identifier: MIT
/** The custom elements for pages of others, as their doc comments tell of them: a custom-elements manifest, version 2.1.0. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './run.mjs';

/** Source, and the script of the package that defines the element. */
const sources = [
  { source: 'web/embed/fatigue-results.ts', path: 'lib/results.js' },
  { source: 'web/embed/fatigue-calculator.ts', path: 'lib/elements.js' },
];

export const elementsManifest = () => ({ schemaVersion: '2.1.0', modules: sources.map(moduleOf) });

function moduleOf({ source, path }) {
  const file = ts.createSourceFile(source, readFileSync(join(root, source), 'utf8'), ts.ScriptTarget.Latest, true);
  const element = file.statements.find((each) => ts.isClassDeclaration(each) && tagsOf(each).some(isNamed('element')));
  const tagName = textOf(tagsOf(element).find(isNamed('element')));
  const name = element.name.text;
  return {
    kind: 'javascript-module',
    path,
    declarations: [
      {
        kind: 'class',
        name,
        customElement: true,
        tagName,
        description: descriptionOf(element),
        attributes: listOf(element, 'attr'),
        members: [
          ...listOf(element, 'prop').map((member) => ({
            kind: 'field',
            ...member,
            ...(isReadOnly(element, member.name) && { readonly: true }),
          })),
          ...element.members.filter(isPublicMethod).map(methodOf),
        ],
        events: listOf(element, 'fires').map((event) => ({ type: { text: 'CustomEvent' }, ...event })),
        slots: listOf(element, 'slot'),
        cssParts: listOf(element, 'csspart'),
        cssProperties: listOf(element, 'cssprop'),
      },
    ],
    exports: [
      { kind: 'js', name, declaration: { name } },
      { kind: 'custom-element-definition', name: tagName, declaration: { name } },
    ],
  };
}

const tagsOf = (node) => ts.getJSDocTags(node);
const isNamed = (name) => (tag) => tag.tagName.text === name;
const commentOf = (comment) => (typeof comment === 'string' ? comment : (ts.getTextOfJSDocComment(comment) ?? ''));

/** All of a tag behind its name, in one line; the compiler takes a type and a name apart for some tags alone. */
function textOf(tag) {
  const whole = tag.getText().replace(/^\s*\*\s?/gm, '');
  return whole
    .slice(whole.indexOf(tag.tagName.text) + tag.tagName.text.length)
    .replace(/\s+/g, ' ')
    .trim();
}

const descriptionOf = (node) =>
  ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map((doc) => commentOf(doc.comment).replace(/\s+/g, ' ').trim())
    .join(' ');

/** "{type} [name=default] - words", of which only the words are always there; a slot without a name is the usual one. */
function listOf(element, tagName) {
  return tagsOf(element)
    .filter(isNamed(tagName))
    .map((tag) => {
      const match = /^(?:\{(.*?)\} (?=[^ ]+ -|-))?(\S*?) ?- (.*)$/.exec(textOf(tag));
      if (!match) throw new Error(`@${tagName} is not written as "{type} name - words": ${textOf(tag)}`);
      const [, type, written, description] = match;
      const [, name = written, byDefault] = /^\[(.*?)=(.*)\]$/.exec(written) ?? [];
      return { name, description, ...(type && { type: { text: type } }), ...(byDefault && { default: byDefault }) };
    });
}

/** It can be got and not set. */
const isReadOnly = ({ members }, name) =>
  members.some((each) => ts.isGetAccessor(each) && each.name.getText() === name) &&
  !members.some((each) => ts.isSetAccessor(each) && each.name.getText() === name);

/** What Lit calls itself is no method of the element. */
const ofLit = /^(connectedCallback|disconnectedCallback|render|updated|willUpdate|scheduleUpdate)$/;

const isPublicMethod = (member) =>
  ts.isMethodDeclaration(member) &&
  !ofLit.test(member.name.text) &&
  !(ts.getModifiers(member) ?? []).some(({ kind }) =>
    [ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword, ts.SyntaxKind.StaticKeyword].includes(kind),
  );

const methodOf = (method) => ({
  kind: 'method',
  name: method.name.text,
  description: descriptionOf(method),
  parameters: method.parameters.map((each) => ({
    name: each.name.getText(),
    ...(each.type && { type: { text: each.type.getText() } }),
  })),
  ...(method.type && { return: { type: { text: method.type.getText() } } }),
});
