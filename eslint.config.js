import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const features = [
  'actions',
  'board',
  'spell',
  'lightbulb',
  'tasks',
  'review',
  'rounds',
  'escalations',
  'notices',
  'past',
  'reports',
  'catalogue',
  'admin',
];

/** @param {string[]} rooms folders beside or above the importing file's own */
const towards = (rooms) => `^(\\.\\./)+(${rooms.join('|')})/`;

const fullNames = {
  regex: '^\\.{1,2}/(?!.*\\.(ts|tsx|js|mjs|json|css|scss|sql|svg|png)(\\?.*)?$)',
  message: 'Relative imports carry the file ending.',
};

/**
 * The rule of one folder replaces that of a wider one, so each names all that holds for it.
 * tests/architecture holds the same directions by the real paths.
 *
 * @param {...object} patterns
 */
const imports = (...patterns) => ({
  '@typescript-eslint/no-restricted-imports': ['error', { patterns: [fullNames, ...patterns] }],
});

const appImports = [
  {
    regex: towards(['server', 'db']),
    allowTypeImports: true,
    message: 'A value from server/ or db/ would be loaded twice, or end up in the browser.',
  },
  { regex: towards(['tests', 'scripts']), message: 'Production code does not import tests.' },
];

/** @param {string[]} parts */
const notFrom = (parts) => ({
  regex: towards(parts),
  message: 'In app/: routes → features → live → stores, realtime, components.',
});

export default tseslint.config(
  {
    ignores: ['build/', 'coverage/', 'data/', 'public/', 'test-results/', '.cache/'],
  },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      eqeqeq: 'error',
      'no-console': 'off',
      'no-empty': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'no-else-return': 'error',
      ...imports(),
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // An unhandled rejection ends the process.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      // Numbers and booleans read the same in a template as by String().
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // NHS numbers, bed names and the like are taken apart digit by digit.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
    },
  },
  {
    // Patient data must not reach a log by accident: production code logs through the logger.
    files: ['{app,server,db,domain}/**/*.{ts,tsx}'],
    ignores: ['server/cli.ts', 'server/demo.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['domain/**/*.ts'],
    rules: {
      ...imports(
        {
          regex: '^(?!(zod|zod/mini|date-fns|date-fns/.+|@date-fns/tz)$|\\.{1,2}/)',
          message: 'domain/ imports only zod, date-fns with its time zones, and itself.',
        },
        {
          regex: towards(['app', 'server', 'db', 'tests', 'scripts']),
          message: 'domain/ imports only zod, date-fns with its time zones, and itself.',
        },
      ),
      'no-restricted-globals': [
        'error',
        ...['process', 'fetch', 'setTimeout', 'setInterval', 'crypto', 'window', 'document'].map(
          (name) => ({ name, message: 'domain/ is pure.' }),
        ),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time is an argument.' },
        { object: 'Math', property: 'random', message: 'Ids and chance are arguments.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time is an argument.',
        },
      ],
    },
  },
  {
    files: ['db/**/*.ts'],
    rules: imports({
      regex: towards(['app', 'server', 'tests', 'scripts']),
      message: 'db/ may import domain/ only.',
    }),
  },
  {
    files: ['server/**/*.ts'],
    rules: imports({
      regex: towards(['app', 'tests', 'scripts']),
      message: 'server/ may import db/ and domain/ only.',
    }),
  },
  {
    files: ['app/**/*.{ts,tsx}'],
    rules: {
      ...imports(...appImports),
      // Remix loaders throw responses.
      '@typescript-eslint/only-throw-error': 'off',
    },
  },
  ...features.map((feature) => ({
    files: [`app/${feature}/**/*.{ts,tsx}`],
    rules: imports(
      ...appImports,
      notFrom(['routes', ...features.filter((other) => other !== feature)]),
    ),
  })),
  ...Object.entries({
    live: [],
    realtime: ['components', 'live'],
    stores: ['components', 'realtime', 'live'],
    components: ['stores', 'realtime', 'live'],
  }).map(([part, others]) => ({
    files: [`app/${part}/**/*.{ts,tsx}`],
    rules: imports(...appImports, notFrom(['routes', ...features, ...others])),
  })),
  {
    files: ['**/*.tsx'],
    extends: [jsxA11y.flatConfigs.strict],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    files: ['app/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    // Tests read answers of unknown shape and pass methods to expect.
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // Plain JavaScript has no checked types; the rules about promises still see enough.
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: true, program: undefined } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
    },
  },
);
