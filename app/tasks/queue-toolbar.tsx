import type { MouseEvent } from 'react';
import type { Lookups, Me } from '../../domain/protocol.ts';
import { TASK_OWNER_NAMES } from '../../domain/tasks/task-types.ts';
import { teamsOf } from '../../domain/tasks/teams.ts';
import { taskTypeName } from '../../domain/tasks/catalogue.ts';
import type { LiveQueue } from './use-queue.ts';
import { TAB_NAMES, tabsFor } from './queue-tabs.ts';
import type { QueueUrl } from './queue-url.ts';
import { NO_FILTERS, ROWS, withQueueUrl } from './queue-url.ts';

type QueueToolbarProps = {
  me: Me;
  url: QueueUrl;
  params: URLSearchParams;
  queue: LiveQueue;
  lookups: Lookups;
  /** "12 of 340 tasks" */
  found: string;
  onChoose: (changes: Partial<QueueUrl>) => void;
};

export function QueueToolbar(props: QueueToolbarProps) {
  const { url, found, onChoose } = props;
  const isFiltered = Object.keys(NO_FILTERS).some(
    (key) => url[key as keyof typeof NO_FILTERS] !== null,
  ); // its own keys
  return (
    <div className="hub-toolbar">
      <Tabs {...props} />
      <form method="get" action="/tasks" className="hub-toolbar__row">
        <input type="hidden" name="tab" value={url.tab} />
        <Filters {...props} />
        <noscript>
          <button className="hub-button">Show</button>
        </noscript>
        <span className="hub-toolbar__found">{found}</span>
        {isFiltered && (
          <button type="button" className="hub-button" onClick={() => onChoose(NO_FILTERS)}>
            Clear filters
          </button>
        )}
      </form>
    </div>
  );
}

function Tabs({ me, url, params, queue, onChoose }: QueueToolbarProps) {
  return (
    <nav aria-label="Which tasks">
      <ul className="hub-segments">
        {tabsFor(me).map((tab) => {
          const change = { tab, limit: ROWS };
          const follow = (event: MouseEvent) => {
            if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            onChoose(change);
          };
          return (
            <li key={tab}>
              <a
                href={`/tasks?${withQueueUrl(params, { ...change, patientId: null, taskId: null }).toString()}`}
                aria-current={tab === url.tab ? 'page' : undefined}
                onClick={follow}
              >
                {TAB_NAMES[tab]}&nbsp;
                <span className="hub-numbers">{queue.counts[tab].toLocaleString('en-GB')}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function Filters({ me, url, queue, lookups, onChoose }: QueueToolbarProps) {
  const teams = teamsOf(me.role);
  const wards = queue.wards.filter(({ site }) => url.site === null || site === url.site);
  return (
    <>
      {teams.length > 1 && (
        <Choice
          name="team"
          label="Team"
          all="All teams"
          value={url.team}
          options={teams.map((team) => [team, TASK_OWNER_NAMES[team]])}
          onChoose={(team) => onChoose({ team: teams.find((one) => one === team) ?? null })}
        />
      )}
      <Choice
        name="type"
        label="Task"
        all="All tasks"
        value={url.type}
        options={queue.types.map((type) => [type, taskTypeName(lookups.catalogue, type)])}
        onChoose={(type) => onChoose({ type: queue.types.find((one) => one === type) ?? null })}
      />
      <Choice
        name="site"
        label="Hospital"
        all="All hospitals"
        value={url.site}
        options={queue.sites.map((site) => [site, site])}
        onChoose={(site) => onChoose({ site, wardId: null })}
      />
      <Choice
        name="ward"
        label="Ward"
        all="All wards"
        value={url.wardId}
        options={wards.map(({ id, name, site }) => [
          id,
          url.site === null ? `${name}, ${site}` : name,
        ])}
        onChoose={(wardId) => onChoose({ wardId })}
      />
      <Choice
        name="state"
        label="State"
        all="Any state"
        value={url.state}
        options={STATES}
        onChoose={(state) => onChoose({ state: STATES.find(([id]) => id === state)?.[0] ?? null })}
      />
      <Choice
        name="due"
        label="Target"
        all="Any target"
        value={url.due}
        options={DUES}
        onChoose={(due) => onChoose({ due: DUES.find(([id]) => id === due)?.[0] ?? null })}
      />
    </>
  );
}

const STATES = [
  ['open', 'Nobody has it'],
  ['claimed', 'Claimed'],
  ['in_progress', 'In progress'],
  ['waiting', 'Waiting'],
] as const;
const DUES = [
  ['passed', 'Passed'],
  ['today', 'Today'],
  ['later', 'Later'],
  ['none', 'None'],
] as const;

type ChoiceProps = {
  name: string;
  label: string;
  all: string;
  value: string | null;
  options: readonly (readonly [value: string, label: string])[];
  onChoose: (value: string | null) => void;
};

function Choice({ name, label, all, value, options, onChoose }: ChoiceProps) {
  const isListed = value === null || options.some(([one]) => one === value);
  return (
    <span className="hub-toolbar__field hub-queue__filter">
      <label className="nhsuk-u-visually-hidden" htmlFor={`queue-${name}`}>
        {label}
      </label>
      <select
        id={`queue-${name}`}
        name={name}
        value={value ?? ''}
        onChange={(event) => onChoose(event.target.value || null)}
      >
        <option value="">{all}</option>
        {!isListed && <option value={value}>{label}: none here</option>}
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </span>
  );
}
