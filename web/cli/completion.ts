// SPDX-License-Identifier: MIT
/** `completion bash|zsh|fish`: what the shell needs to complete, made of the tables that the commands read. */
import { commandUsage, program, shells, type Shell } from './command_table.js';
import { completionOptions, validateOptions } from './plan_options.js';
import { builtInInstruments } from '../read/instruments.js';
import { readArguments, UsageError } from './usage.js';

interface Completed {
  name: string;
  what: string;
  /** Words that stand first. */
  words: readonly string[];
  options: { name: string; help: string; takesValue: boolean; choices: readonly string[]; isFolder: boolean }[];
}

export function completion(args: string[]): Promise<{ output: string }> {
  const { file: shell } = readArguments(args, 'shell', completionOptions);
  if (!isShell(shell)) throw new UsageError(`completion takes ${shells.join(', ')}, not "${shell}"`);
  return Promise.resolve({ output: scripts[shell](completed()) });
}

const isShell = (name: string): name is Shell => shells.some((shell) => shell === name);

const scripts: Record<Shell, (commands: readonly Completed[]) => string> = { bash, zsh, fish };

/** Some names have blanks, which each shell must be told are none between words. */
const instruments = builtInInstruments.map(({ name }) => name);
const escaped = (name: string): string => name.replace(/\s/g, '\\$&');

function completed(): Completed[] {
  return Object.entries(commandUsage).map(([name, { what, options, words = [] }]) => ({
    name,
    what,
    words,
    options: [
      ...Object.entries(options).map(([option, { type, value, choices, help }]) => ({
        name: `--${option}`,
        help,
        takesValue: type === 'string',
        choices: option === 'instrument' ? instruments : (choices ?? []),
        isFolder: value === validateOptions.data.value,
      })),
      { name: '--help', help: 'explains every option', takesValue: false, choices: [], isFolder: false },
    ],
  }));
}

function bash(commands: readonly Completed[]): string {
  const lines = (words: readonly string[]): string => `'${words.join('\n')}'`;
  const valued = commands.flatMap((command) =>
    command.options.flatMap(({ name, takesValue, choices, isFolder }) => {
      if (!takesValue) return [];
      const words = isFolder ? '-d' : choices.length > 0 ? `-W ${lines(choices.map(escaped))}` : '-f';
      return [`    ${command.name}:${name}) COMPREPLY=($(compgen ${words} -- "$word")); return ;;`];
    }),
  );
  const options = commands.map(({ name, options: own }) => `    ${name}) options=${lines(own.map((o) => o.name))} ;;`);
  const words = commands
    .filter((command) => command.words.length > 0)
    .map(({ name, words: own }) => `    ${name}) words=${lines(own)} ;;`);
  return `# bash completion of ${program}
_fatigue_calculator() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}" options='' words=''
  local IFS=$'\\n' # names of files may have blanks
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ${lines([...commands.map(({ name }) => name), '--help', '--version'])} -- "$word"))
    return
  fi
  case "$command:$before" in
${valued.join('\n')}
  esac
  case "$command" in
${options.join('\n')}
  esac
  case "$command" in
${words.join('\n')}
  esac
  if [ "$COMP_CWORD" -eq 2 ] && [ -n "$words" ] && [ "\${word#-}" = "$word" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$word"))
  elif [ "\${word#-}" != "$word" ]; then
    COMPREPLY=($(compgen -W "$options" -- "$word"))
  else
    COMPREPLY=($(compgen -f -- "$word"))
  fi
}
complete -o filenames -F _fatigue_calculator ${program}`;
}

/** The first sentence or clause, without what would end the quotes of a shell. */
const short = (help: string): string =>
  (/^[^;.:]*/.exec(help)?.[0] ?? '')
    .replace(/'/g, '\u2019')
    .replace(/["\\[\]$`]/g, '')
    .trim();

function zsh(commands: readonly Completed[]): string {
  const specOf = ({ name, help, takesValue, choices, isFolder }: Completed['options'][number]): string => {
    const action = isFolder ? '_files -/' : choices.length > 0 ? `(${choices.map(escaped).join(' ')})` : '_files';
    return `      '*${name}[${short(help)}]${takesValue ? `:value:${action}` : ''}'`;
  };
  const cases = commands.map(({ name, words, options }) => {
    const first = words.length > 0 ? `      '1:word:(${words.join(' ')})'` : '';
    return [
      `    ${name}) _arguments \\`,
      [...options.map(specOf), ...(first ? [first] : []), `      '*:file:_files'`].join(' \\\n'),
      '      ;;',
    ].join('\n');
  });
  return `#compdef ${program}
# zsh completion of ${program}
_fatigue_calculator() {
  local -a commands
  commands=(
${commands.map(({ name, what }) => `    '${name}:${short(what)}'`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
if [ "$funcstack[1]" = "_fatigue_calculator" ]; then _fatigue_calculator "$@"; else compdef _fatigue_calculator ${program}; fi`;
}

function fish(commands: readonly Completed[]): string {
  const isFirst = 'test (count (commandline -opc)) = 2; and __fish_seen_subcommand_from';
  const lines = commands.flatMap(({ name, what, words, options }) => [
    `complete -c ${program} -n __fish_use_subcommand -f -a ${name} -d '${short(what)}'`,
    ...(words.length > 0 ? [`complete -c ${program} -n '${isFirst} ${name}' -f -a '${words.join(' ')}'`] : []),
    ...options.map(({ name: option, help, takesValue, choices, isFolder }) => {
      const value =
        choices.length > 0
          ? ` -x -a '${choices.map(escaped).join(' ')}'`
          : isFolder
            ? " -x -a '(__fish_complete_directories)'"
            : ' -r';
      const own = `complete -c ${program} -n '__fish_seen_subcommand_from ${name}' -l ${option.slice(2)}`;
      return `${own}${takesValue ? value : ''} -d '${short(help)}'`;
    }),
  ]);
  return `# fish completion of ${program}\n${lines.join('\n')}`;
}
