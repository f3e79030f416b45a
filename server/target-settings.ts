import type { Store } from '../db/store.ts';
import type { Actor } from '../domain/actor.ts';
import { refuseShape } from '../domain/refuse-shape.ts';
import type { Refusal } from '../domain/result.ts';
import { refuse } from '../domain/result.ts';
import { actorRef } from '../domain/spell/decision.ts';
import type { SaveTargetSettings } from '../domain/tasks/target-settings.ts';
import { refuseSettings, saveTargetSettings } from '../domain/tasks/target-settings.ts';
import { bodyHash } from './commands/body-hash.ts';
import type { BoardProjection } from './realtime/board-projection.ts';
import type { Clock, Services } from './services.ts';
import { BUSY, ID_USED } from './save-refusals.ts';

type Deps = {
  store: Pick<Store, 'targetSettings' | 'targetSettingsOf' | 'saveTargetSettings'>;
  projection: Pick<BoardProjection, 'takeSettings'>;
  clock: Clock;
  /** Every open page hears of settings that count from now on. */
  announce: () => void;
};

/** Targets are the hub's to set (handbook 10). Each edition says who saved it, and is kept. */
export function createTargetSettings({
  store,
  projection,
  clock,
  announce,
}: Deps): Pick<Services, 'targetSettings' | 'saveTargetSettings'> {
  const mayChange = ({ role }: Actor) => role === 'hub';

  async function saveOnce(
    actor: Actor,
    { id: commandId, ...command }: SaveTargetSettings,
  ): Promise<{ ok: true } | Refusal | 'again'> {
    const answered = await store.targetSettingsOf(commandId);
    if (answered !== null) {
      const isSame = bodyHash(answered.settings) === bodyHash(command.settings);
      return answered.savedBy?.id === actor.id && isSame ? { ok: true } : ID_USED;
    }
    const standing = await store.targetSettings();
    const refused = refuseSettings(command, standing, clock.timeZone);
    if (refused !== null) return refused;
    const { settings } = command;
    const edition = standing.edition + 1;
    const by = { savedBy: actorRef(actor), savedAt: clock.now() };
    if (!(await store.saveTargetSettings({ edition, ...by, commandId, settings }))) return 'again';
    projection.takeSettings(settings, edition);
    announce();
    return { ok: true };
  }

  return {
    targetSettings: async (actor) => (mayChange(actor) ? store.targetSettings() : null),
    async saveTargetSettings(actor, body) {
      if (!mayChange(actor)) return NOT_YOURS;
      const parsed = saveTargetSettings.safeParse(body);
      if (!parsed.success) {
        const fieldAt = (path: readonly PropertyKey[]) => path.slice(1).join('.');
        return refuseShape(parsed.error.issues, fieldAt, 'These settings are not valid.');
      }
      for (let tries = 0; tries < TRIES; tries += 1) {
        const answer = await saveOnce(actor, parsed.data);
        if (answer !== 'again') return answer;
      }
      return BUSY;
    },
  };
}

/** Whoever was just overtaken is told so on the second try. */
const TRIES = 2;
const NOT_YOURS = refuse('NOT_ALLOWED', 'Only the hub sets targets.');
