import type { Store } from '../db/store.ts';
import type { Actor } from '../domain/actor.ts';
import { refuseShape } from '../domain/refuse-shape.ts';
import { refuse } from '../domain/result.ts';
import { actorRef } from '../domain/spell/decision.ts';
import { refuseSettings, saveTargetSettings } from '../domain/tasks/target-settings.ts';
import type { BoardProjection } from './realtime/board-projection.ts';
import type { Clock, Services } from './services.ts';

type Deps = {
  store: Pick<Store, 'targetSettings' | 'saveTargetSettings'>;
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
  return {
    targetSettings: async (actor) => (mayChange(actor) ? store.targetSettings() : null),
    async saveTargetSettings(actor, body) {
      if (!mayChange(actor)) return NOT_YOURS;
      const parsed = saveTargetSettings.safeParse(body);
      if (!parsed.success) {
        const fieldAt = (path: readonly PropertyKey[]) => path.slice(1).join('.');
        return refuseShape(parsed.error.issues, fieldAt, 'These settings are not valid.');
      }
      const { data: command } = parsed;
      const standing = await store.targetSettings();
      const isRepeat =
        standing.savedBy?.id === actor.id &&
        JSON.stringify(standing.settings) === JSON.stringify(command.settings);
      if (isRepeat) return { ok: true };
      const refused = refuseSettings(command, standing, clock.timeZone);
      if (refused !== null) return refused;
      const { id: commandId, settings } = command;
      const edition = standing.edition + 1;
      const saved = {
        edition,
        savedBy: actorRef(actor),
        savedAt: clock.now(),
        commandId,
        settings,
      };
      if (!(await store.saveTargetSettings(saved))) return MEANWHILE;
      projection.takeSettings(settings, edition);
      announce();
      return { ok: true };
    },
  };
}

const NOT_YOURS = refuse('NOT_ALLOWED', 'Only the hub sets targets.');
const MEANWHILE = refuse(
  'CONFLICT',
  'Somebody saved other settings meanwhile. Look at theirs, then save again.',
);
