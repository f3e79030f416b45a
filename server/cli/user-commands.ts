import { userInfo } from 'node:os';
import { Command, Option } from 'commander';
import type { Account, AccountStore } from '../../db/account-store.ts';
import { openDatabase } from '../../db/open-database.ts';
import { sqliteAccountStore } from '../../db/sqlite-account-store.ts';
import { sqliteStore } from '../../db/sqlite-store.ts';
import type { Store } from '../../db/store.ts';
import type { Role } from '../../domain/actor.ts';
import { ROLES } from '../../domain/actor.ts';
import type { Place } from '../../domain/persons/place.ts';
import { createPasswords } from '../accounts/passwords.ts';
import { newId } from '../new-id.ts';
import { StartProblem } from '../start-problem.ts';
import { printLine } from './output.ts';
import { readNewPassword } from './read-password.ts';

const COUNCILS = ['leicester', 'leicestershire', 'rutland'] as const;

type AddOptions = {
  name: string;
  role: Role;
  organisation: string;
  ward: string[];
  place?: Place;
  teamLead: boolean;
};
type Databases = { accounts: AccountStore; store: Store };

/** `hub user …`. Accounts may change while the server runs; it notices within a second. */
export function userCommands(databasePath: () => string): Command {
  const user = new Command('user').description('accounts of the people who use the hub');
  const withDatabase = (work: (databases: Databases) => Promise<void>) =>
    useDatabase(databasePath(), work);

  user
    .command('add')
    .description('add an account; its password is asked for, or read from standard input')
    .argument('<email>')
    .requiredOption('--name <name>', 'as colleagues see it')
    .addOption(new Option('--role <role>').choices(ROLES).makeOptionMandatory())
    .requiredOption('--organisation <organisation>')
    .option('--ward <id>', 'a ward they coordinate; may be given several times', collect, [])
    .addOption(new Option('--place <council>', 'the council a broker works for').choices(COUNCILS))
    .option('--team-lead', 'may hand out tasks of the team', false)
    .action((email: string, options: AddOptions) =>
      withDatabase(async (databases) => {
        await addAccount(databases, email, options);
        printLine(`${email} can sign in.`);
      }),
    );

  user
    .command('list')
    .description('all accounts, their roles and what they cover')
    .action(() =>
      withDatabase(async ({ accounts }) => {
        for (const account of await accounts.list()) printLine(describeAccount(account));
      }),
    );

  user
    .command('disable')
    .description('close an account and end its sessions')
    .argument('<email>')
    .action((email: string) =>
      withDatabase(async ({ accounts }) => {
        const account = await change(accounts, email, { isDisabled: true });
        await accounts.endSessionsOf(account.id, now());
        printLine(`${email} can no longer sign in.`);
      }),
    );

  user
    .command('enable')
    .description('open an account again')
    .argument('<email>')
    .action((email: string) =>
      withDatabase(async ({ accounts }) => {
        await change(accounts, email, { isDisabled: false });
        printLine(`${email} can sign in.`);
      }),
    );

  user
    .command('password')
    .description('give an account a new password and end its sessions')
    .argument('<email>')
    .action((email: string) =>
      withDatabase(async ({ accounts }) => {
        await requireAccount(accounts, email);
        const passwordHash = await createPasswords().hash(await readNewPassword());
        const account = await change(accounts, email, { passwordHash });
        await accounts.endSessionsOf(account.id, now());
        printLine(`${email} has a new password.`);
      }),
    );
  return user;
}

async function addAccount(
  { accounts, store }: Databases,
  email: string,
  { name, role, organisation, ward, place, teamLead }: AddOptions,
): Promise<void> {
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new StartProblem(`${email} is no email address.`);
  if ((await accounts.findByEmail(email)) !== null) {
    throw new StartProblem(`${email} has an account already.`);
  }
  if ((role === 'ward') !== ward.length > 0) {
    throw new StartProblem('A ward coordinator has at least one --ward, and nobody else has any.');
  }
  if ((role === 'broker') !== (place !== undefined)) {
    throw new StartProblem('A broker has a --place, and nobody else has one.');
  }
  const known = new Set((await store.wards()).map(({ id }) => id));
  const unknown = ward.filter((id) => !known.has(id));
  if (unknown.length > 0) throw new StartProblem(`There is no ward ${unknown.join(', ')}.`);

  const passwordHash = await createPasswords().hash(await readNewPassword());
  const account = {
    ...{ id: newId(), email: email.toLowerCase(), name, organisation, role },
    ...{ isTeamLead: teamLead, wardIds: ward, place: place ?? null },
    ...{ passwordHash, isDisabled: false },
  };
  await accounts.save(account, whoRuns(), now());
}

async function change(
  accounts: AccountStore,
  email: string,
  changes: Partial<Account>,
): Promise<Account> {
  const account = { ...(await requireAccount(accounts, email)), ...changes };
  await accounts.save(account, whoRuns(), now());
  return account;
}

async function requireAccount(accounts: AccountStore, email: string): Promise<Account> {
  const account = await accounts.findByEmail(email);
  if (account === null) throw new StartProblem(`There is no account ${email}.`);
  return account;
}

function describeAccount(account: Account): string {
  const { email, name, role, organisation, wardIds, place, isTeamLead, isDisabled } = account;
  const parts = [
    email,
    name,
    role,
    organisation,
    place ?? wardIds.join(' '),
    isTeamLead ? 'team lead' : '',
    isDisabled ? 'closed' : '',
  ];
  return parts.filter((part) => part !== '').join('  ');
}

async function useDatabase(
  file: string,
  work: (databases: Databases) => Promise<void>,
): Promise<void> {
  const db = openDatabase(file);
  try {
    await work({ accounts: sqliteAccountStore(db), store: sqliteStore(db) });
  } finally {
    db.close();
  }
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

function whoRuns(): string {
  return `command line: ${userInfo().username}`;
}

function now(): string {
  return new Date().toISOString();
}
