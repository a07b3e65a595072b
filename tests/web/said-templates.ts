// SPDX-License-Identifier: MIT
/**
 * The sentences that modules can say, from their source: every template with what can stand in it, as far as the source
 * tells. A text given from elsewhere is "Aa", a number is 7; a choice is taken both ways, and the same choice twice alike.
 */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

export interface Template {
  /** "web/read/stack.ts:77" */
  at: string;
  /** What it can come to. */
  said: string[];
}

type Choices = Readonly<Record<string, number>>;
interface Said {
  text: string;
  choices: Choices;
}
interface Scope {
  given: ReadonlyMap<ts.Symbol, () => Said[]>;
  depth: number;
}

const mostSaid = 64;
/** How many words a text has, apart from made values. */
export const wordsIn = (text: string): number =>
  text.split(/\s+/).filter((word) => /^\W*(?:[a-z]{2,}|a)\W*$/i.test(word)).length;

const isSentence = (text: string): boolean => wordsIn(text) > 3;

/** Of the modules of folders; those of a folder's folders too. */
export function templatesIn(folders: readonly string[], isLeftOut: (name: string) => boolean): Template[] {
  const names = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
      .map((name) => join(folder, name)),
  );
  const program = ts.createProgram(names, {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.NodeNext,
    strict: true,
  });
  const files = names.flatMap((name) => program.getSourceFile(name) ?? []);
  const reader = new TemplateReader(program.getTypeChecker(), files);
  const found: { node: ts.Expression; said: string[] }[] = [];
  for (const name of names) {
    const file = program.getSourceFile(name);
    if (!file || isLeftOut(name)) continue;
    for (const node of stringsOf(file)) {
      const said = [...new Set(reader.said(node).map(({ text }) => text))];
      if (said.some(isSentence)) found.push({ node, said });
    }
  }
  // What stands in another sentence is said there; a remedy is said for itself too.
  return found
    .filter(({ node }) => !reader.used.has(node) || /remed/i.test(nameOf(node)))
    .map(({ node, said }) => {
      const file = node.getSourceFile();
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      return { at: `${relative('.', file.fileName)}:${line}`, said };
    });
}

const isText = (node: ts.Node): node is ts.Expression =>
  ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node);

const isSum = (node: ts.Node): node is ts.BinaryExpression =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;

/** The largest texts of a file: not those within others. */
function stringsOf(file: ts.SourceFile): ts.Expression[] {
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isRegularExpressionLiteral(node)) return;
    if (ts.isPropertyAssignment(node) && /^(?:description|title|pattern)$/.test(node.name.getText())) return;
    if (ts.isTaggedTemplateExpression(node) || (ts.isNewExpression(node) && /RegExp/.test(node.expression.getText())))
      return;
    if (isText(node) || (isSum(node) && isText(leftmost(node)))) {
      found.push(node);
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const leftmost = (node: ts.Expression): ts.Expression => (isSum(node) ? leftmost(node.left) : node);

/** Of the variable that a text is the value of, or one of the values. */
function nameOf(node: ts.Node): string {
  for (let up = node.parent; !ts.isSourceFile(up); up = up.parent) {
    if (ts.isVariableDeclaration(up) || ts.isPropertyAssignment(up)) {
      if (ts.isIdentifier(up.name) && /remed/i.test(up.name.text)) return up.name.text;
    }
    if (ts.isBlock(up)) return '';
  }
  return '';
}

class TemplateReader {
  /** Texts that stand in others. */
  readonly used = new Set<ts.Node>();
  private readonly _callsOf = new Map<ts.Symbol, ts.CallExpression[]>();

  private readonly _checker: ts.TypeChecker;
  private readonly _files: readonly ts.SourceFile[];

  constructor(checker: ts.TypeChecker, files: readonly ts.SourceFile[]) {
    this._checker = checker;
    this._files = files;
  }

  said(node: ts.Expression): Said[] {
    return this._of(node, { given: new Map(), depth: 0 }, true);
  }

  private _of(node: ts.Expression, scope: Scope, isRoot = false): Said[] {
    if (isText(node) && !isRoot) this.used.add(node);
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node))
      return this._of(node.expression, scope);
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [{ text: node.text, choices: {} }];
    if (ts.isTemplateExpression(node)) {
      const start: Said[] = [{ text: node.head.text, choices: {} }];
      return node.templateSpans.reduce(
        (before, { expression, literal }) =>
          together(before, this._of(expression, scope)).map(({ text, choices }) => ({
            text: text + literal.text,
            choices,
          })),
        start,
      );
    }
    if (isSum(node)) return together(this._of(node.left, scope), this._of(node.right, scope));
    if (ts.isConditionalExpression(node)) {
      const condition = node.condition.getText();
      return [node.whenTrue, node.whenFalse].flatMap((branch, i) =>
        this._of(branch, scope).flatMap(({ text, choices }) =>
          choices[condition] === undefined || choices[condition] === i
            ? [{ text, choices: { ...choices, [condition]: i } }]
            : [],
        ),
      );
    }
    return (scope.depth < 6 ? this._known(node, { ...scope, depth: scope.depth + 1 }) : null) ?? this._byType(node);
  }

  /** What a name, a member of a table or a function of the source comes to. */
  private _known(node: ts.Expression, scope: Scope): Said[] | null {
    if (ts.isIdentifier(node)) return this._named(node, scope);
    if (ts.isElementAccessExpression(node) || ts.isPropertyAccessExpression(node)) {
      const table = this._valueOf(node.expression);
      if (!table || !ts.isObjectLiteralExpression(table)) return null;
      const own = ts.isPropertyAccessExpression(node) ? node.name.text : null;
      const values = table.properties.flatMap((each) =>
        ts.isPropertyAssignment(each) && (own === null || each.name.getText() === own) ? [each.initializer] : [],
      );
      if (values.length === 0 || !values.every((value) => isText(value))) return null;
      const choice = node.getText();
      return values.flatMap((value, i) =>
        this._of(value, scope).map(({ text }) => ({ text, choices: { [choice]: i } })),
      );
    }
    if (ts.isCallExpression(node)) return this._called(node, scope);
    return null;
  }

  private _named(node: ts.Identifier, scope: Scope): Said[] | null {
    const symbol = this._symbolOf(node);
    const given = symbol && scope.given.get(symbol);
    if (given) return given();
    const declared = symbol?.valueDeclaration;
    if (declared && ts.isParameter(declared)) return this._givenIn(declared, scope);
    if (declared && ts.isBindingElement(declared)) return this._partOf(declared, scope);
    const value = this._valueOf(node);
    return value && !ts.isArrowFunction(value) && isWritten(value) ? this._of(value, scope) : null;
  }

  private _called(node: ts.CallExpression, scope: Scope): Said[] | null {
    const name = node.expression.getText();
    if (name === 'listed' || name === 'listedOf') return this._listed(node.arguments[0], scope, ' and ');
    if (name === 'quoted') return [{ text: '"Aa"', choices: {} }];
    if (name === 'String') return this._byType(node.arguments[0] ?? node);
    if (name.endsWith('toLocaleString')) return [{ text: '7,000', choices: {} }];
    if (ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'join') {
      const between = node.arguments[0];
      if (between && ts.isStringLiteral(between)) return this._listed(node.expression.expression, scope, between.text);
    }
    if (!ts.isIdentifier(node.expression)) return null;
    const written = this._functionOf(node.expression);
    if (!written?.body) return null;
    const given = new Map(scope.given);
    written.parameters.forEach((parameter, i) => {
      const symbol = ts.isIdentifier(parameter.name) && this._symbolOf(parameter.name);
      const value = node.arguments[i];
      if (symbol && value) given.set(symbol, () => this._of(value, scope));
    });
    const inner = { given, depth: scope.depth };
    const answers = ts.isBlock(written.body) ? returnsOf(written.body) : [written.body];
    if (answers.length === 0 || !answers.every((answer) => isWritten(answer))) return null;
    const choice = node.getText();
    return answers.flatMap((answer, i) =>
      this._of(answer, inner).map(({ text, choices }) => ({ text, choices: { ...choices, [choice]: i } })),
    );
  }

  /** Three of a list, as it is written. */
  private _listed(list: ts.Expression | undefined, scope: Scope, last: string): Said[] {
    const each = list && this._elementOf(list);
    const said = each && ts.isExpression(each) && isWritten(each) ? this._of(each, scope) : null;
    const isOfNumbers = list !== undefined && /String\(|\blines\b|\brows\b/.test(list.getText());
    const [first, ...rest] = said?.map(({ text }) => text) ?? (isOfNumbers ? ['3', '4', '5'] : ['aa', 'bb', 'cc']);
    if (first === undefined) return [];
    const [second = first, third = second] = rest;
    return [{ text: [first, second].join(last === ' and ' ? ', ' : last) + last + third, choices: {} }];
  }

  /** What each element of a list is made as. */
  private _elementOf(list: ts.Expression): ts.ConciseBody | undefined {
    const value = ts.isIdentifier(list) ? this._valueOf(list) : list;
    if (!value || !ts.isCallExpression(value) || !ts.isPropertyAccessExpression(value.expression)) return undefined;
    const { name, expression } = value.expression;
    if (name.text === 'slice' || name.text === 'filter') return this._elementOf(expression);
    const [make] = value.arguments;
    if (!/^(?:map|flatMap)$/.test(name.text) || !make) return undefined;
    if (ts.isIdentifier(make))
      return make.text === 'quoted' ? ts.factory.createStringLiteral('"Aa"') : this._functionOf(make)?.body;
    return ts.isArrowFunction(make) ? make.body : undefined;
  }

  /** What the calls of a function give as this parameter. */
  private _givenIn(parameter: ts.ParameterDeclaration, scope: Scope): Said[] | null {
    const written = parameter.parent;
    const named = ts.isFunctionDeclaration(written)
      ? written.name
      : ts.isVariableDeclaration(written.parent) && written.parent.name;
    const symbol = named && this._symbolOf(named);
    if (!symbol) return null;
    const at = written.parameters.indexOf(parameter);
    const found = (this._calls().get(symbol) ?? []).flatMap((call) => call.arguments[at] ?? []);
    if (found.length === 0 || !found.every(isWritten)) return null;
    return found.flatMap((value, i) =>
      this._of(value, scope).map(({ text }) => ({ text, choices: { [`|${parameter.pos}`]: i } })),
    );
  }

  private _calls(): Map<ts.Symbol, ts.CallExpression[]> {
    if (this._callsOf.size > 0) return this._callsOf;
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
        const symbol = this._symbolOf(node.expression);
        if (symbol) this._callsOf.set(symbol, [...(this._callsOf.get(symbol) ?? []), node]);
      }
      ts.forEachChild(node, visit);
    };
    for (const file of this._files) visit(file);
    return this._callsOf;
  }

  /** A part of a list that is chosen as a whole: const [are, their] = isOne ? ['is', 'its'] : ['are', 'their']. */
  private _partOf(part: ts.BindingElement, scope: Scope): Said[] | null {
    const at = ts.isArrayBindingPattern(part.parent) ? part.parent.elements.indexOf(part) : -1;
    const whole = part.parent.parent;
    const value = ts.isVariableDeclaration(whole) ? whole.initializer : undefined;
    if (at < 0 || !value || !ts.isConditionalExpression(value)) return null;
    return [value.whenTrue, value.whenFalse].flatMap((branch, i) => {
      const own = ts.isArrayLiteralExpression(branch) ? branch.elements[at] : undefined;
      return own ? this._of(own, scope).map(({ text }) => ({ text, choices: { [value.condition.getText()]: i } })) : [];
    });
  }

  private _byType(node: ts.Expression): Said[] {
    const type = this._checker.getTypeAtLocation(node);
    const words = (type.isUnion() ? type.types : [type]).filter((each) => each.isStringLiteral() && each.value !== '');
    if (words.length > 0 && words.length < 6) {
      const choice = node.getText();
      return words.map((word, i) => ({ text: word.isStringLiteral() ? word.value : '', choices: { [choice]: i } }));
    }
    const isNumber = (type.isUnion() ? type.types : [type]).some(
      ({ flags }) => (flags & ts.TypeFlags.NumberLike) !== 0,
    );
    return [{ text: isNumber ? '7' : 'Aa', choices: {} }];
  }

  private _symbolOf(node: ts.Node): ts.Symbol | undefined {
    const symbol = this._checker.getSymbolAtLocation(node);
    return symbol && (symbol.flags & ts.SymbolFlags.Alias) !== 0 ? this._checker.getAliasedSymbol(symbol) : symbol;
  }

  private _valueOf(node: ts.Expression): ts.Expression | undefined {
    const declared = this._symbolOf(node)?.valueDeclaration;
    return declared && ts.isVariableDeclaration(declared) && (declared.parent.flags & ts.NodeFlags.Const) !== 0
      ? declared.initializer
      : undefined;
  }

  private _functionOf(node: ts.Identifier): ts.FunctionLikeDeclaration | undefined {
    const declared = this._symbolOf(node)?.valueDeclaration;
    if (declared && ts.isFunctionDeclaration(declared)) return declared;
    const value = this._valueOf(node);
    return value && ts.isArrowFunction(value) ? value : undefined;
  }
}

/** Words of the source, or a choice of some. */
function isWritten(node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node)) return isWritten(node.expression);
  if (ts.isConditionalExpression(node)) return isWritten(node.whenTrue) || isWritten(node.whenFalse);
  return isText(node) || isSum(node) || ts.isCallExpression(node) || ts.isElementAccessExpression(node);
}

function returnsOf(block: ts.Block): ts.Expression[] {
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isReturnStatement(node) && node.expression) found.push(node.expression);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(block, visit);
  return found;
}

/** One after the other, where they agree in their choices. */
function together(before: readonly Said[], after: readonly Said[]): Said[] {
  return before
    .flatMap((one) =>
      after
        .filter(({ choices }) => Object.entries(choices).every(([key, i]) => (one.choices[key] ?? i) === i))
        .map(({ text, choices }) => ({ text: one.text + text, choices: { ...one.choices, ...choices } })),
    )
    .slice(0, mostSaid);
}
