import type { NoteReaders } from '../../domain/spell/notes.ts';
import { instantText, minutes } from './calendar.ts';
import type { Stay } from './spell-history.ts';
import { memberOf, nightsSoFar, wardMember } from './spell-history.ts';
import type { NotePlan, StaffRef, TaskPlan } from './spell-plan.ts';
import { socialCareTeamOf } from './staff.ts';
import { instantBetween } from './timeline.ts';

const ADMISSION = [
  'Lives alone in a house with stairs. Managed washing and cooking before coming in.',
  'Lives with spouse, who helps with meals. No care at home before.',
  'Lives with family, supportive. Walks with a stick indoors.',
  'Has a carer twice a day. Agency told about the admission.',
  'Ground floor flat, one step at the front door. Independent before.',
  'Sheltered housing, warden on site in the daytime. Pendant alarm.',
  'Care home resident, home says the room is kept.',
  'Lives alone, daughter visits every other day and does the shopping.',
] as const;

const PROGRESS = [
  'Seen on the board round. Sitting out for meals, eating well.',
  'Walked to the day room with a frame and one person.',
  'Family asked about the plan for going home; explained, happy with it.',
  'Tablets changed today. Bloods again tomorrow, then decide.',
  'Slept well. Hopes to be home for the weekend.',
  'Stairs practised with therapy, managing with one rail.',
  'Spoke with the care home: they can take back any day before 16:00.',
  'Telephoned the family about clothes and house keys for going home.',
  'Needs reminding to use the frame. Therapy to see again tomorrow.',
  'Feels anxious about managing alone. Talked through what support there is.',
  'Scan done, waiting for the report before deciding.',
  'District nurse details taken for the dressing at home.',
] as const;

const DELAYED = [
  'Ready from our side. Nothing further needed from the ward.',
  'Chased this morning, answer expected this afternoon.',
  'Family would like a call before anything is booked.',
  'Discussed on the daily call. Next review tomorrow at 10:00.',
  'Still comfortable, up and dressed. Walking twice a day to keep strength.',
  'Asked for a date in writing; will try again after lunch.',
] as const;

const HUB = [
  'Referral complete, goes to the afternoon allocation.',
  'Pathway agreed with the ward and the family.',
  'Asked the ward for the therapy report, then this can move.',
  'Raised on the system call, provider to confirm a start date.',
] as const;

const BROKER = [
  'Two providers asked. One can start on Monday, awaiting the second.',
  'Spoke with the daughter; prefers a provider near her home.',
  'Package out to the framework, offers close tomorrow at noon.',
  'Care home will assess by video this week.',
  'Existing agency can restart once they have a day of notice.',
  'Allocated to a worker, first contact made by telephone.',
] as const;

const HOUSING = [
  'Visited with the family. Hall and bedroom to clear, two rooms in all.',
  'Keys with the neighbour at the next house. Parking in front.',
  'Gas and electricity on, heating tried and working.',
  'Landlord has agreed to the rails. Fitter booked.',
  'Skip ordered, family will choose what to keep beforehand.',
] as const;

/** Short notes as wards, councils and Lightbulb write them; each by somebody who may write there. */
export function notesOf(stay: Stay, tasks: readonly TaskPlan[]): NotePlan[] {
  const random = stay.random.fork('notes');
  const notes: NotePlan[] = [];
  const write = (
    by: StaffRef,
    texts: readonly string[],
    after: number,
    before: number,
    visibleTo: NoteReaders,
  ) => {
    const at = instantBetween(random, by.role, after, Math.min(before, stay.until - minutes(3)));
    if (at === null) return;
    notes.push({
      at: instantText(at),
      by,
      text: random.pick(texts),
      visibleTo,
    });
  };
  const isSupported = stay.pathway !== 'none_set' && stay.pathway !== 'no_onward_care';
  const day = minutes(24 * 60);
  const isAdult = stay.person.age >= 18 && stay.ward.specialty !== 'maternity';
  const readers = (): NoteReaders => (random.chance(0.3) ? 'care_roles' : 'ward_and_hub');
  const { admittedAt, until } = stay;

  if (isAdult && random.chance(isSupported ? 0.5 : stay.isOpen ? 0.3 : 0.08)) {
    write(wardMember(stay, random), ADMISSION, admittedAt, admittedAt + 2 * day, readers());
  }
  if (nightsSoFar(stay) >= 2 && random.chance(stay.isOpen ? 0.5 : 0.12)) {
    write(
      wardMember(stay, random),
      PROGRESS,
      Math.max(admittedAt, until - 5 * day),
      until,
      readers(),
    );
  }
  if (stay.cause !== null && random.chance(0.6)) {
    write(
      wardMember(stay, random),
      DELAYED,
      Math.max(admittedAt, until - 2 * day),
      until,
      'care_roles',
    );
  }
  if (isSupported && random.chance(0.25)) {
    write(memberOf('hub', random), HUB, Math.max(admittedAt + minutes(300), until - 6 * day), until, 'care_roles'); // prettier-ignore
  }
  const social = tasks.find((task) => task.owner === 'social_care');
  if (social !== undefined && random.chance(0.4)) {
    const team = socialCareTeamOf(stay.person.details.place);
    write(memberOf(team, random), BROKER, Date.parse(social.addedAt), until, 'care_roles');
  }
  const housing = tasks.find((task) => task.owner === 'lightbulb' && task.startedAt !== null);
  if (housing !== undefined && random.chance(0.6)) {
    write(memberOf('lightbulb', random), HOUSING, Date.parse(housing.addedAt), until, 'everyone');
  }
  return notes.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
