import { WAITING_FOR, WAITING_FOR_NAMES } from '../../domain/tasks/task-types.ts';
import { AT_WORK, batchOf } from './queue-commands.ts';
import type { QueueTab } from './queue-tabs.ts';

type BatchBarProps = { tab: QueueTab; picked: number; onPickAll: (isPicked: boolean) => void };

/** What to do with several tasks at once: claim them, or say what they wait for. */
export function BatchBar({ tab, picked, onPickAll }: BatchBarProps) {
  const order = batchOf(tab);
  if (order === null) return null;
  const chosen = picked === 0 ? 'chosen' : `${picked} chosen`;
  return (
    <div className="hub-queue__batch">
      <button type="button" className="hub-button" onClick={() => onPickAll(picked === 0)}>
        {picked === 0 ? 'Choose all' : 'Choose none'}
      </button>
      {order === 'claim' ? (
        <button className="hub-button hub-button--primary" name="do" value="claim">
          Claim {chosen}
        </button>
      ) : (
        <>
          <label className="hub-toolbar__field">
            <span>Waiting for</span>
            <select name="waiting" defaultValue="">
              <option value="">Choose</option>
              <option value={AT_WORK}>Nothing: at work again</option>
              {WAITING_FOR.map((value) => (
                <option key={value} value={value}>
                  {WAITING_FOR_NAMES[value]}
                </option>
              ))}
            </select>
          </label>
          <label className="hub-toolbar__field hub-queue__note">
            <span>Note</span>
            <input name="note" maxLength={2000} autoComplete="off" />
          </label>
          <button className="hub-button hub-button--primary" name="do" value="wait">
            Save for {chosen}
          </button>
        </>
      )}
      <span className="hub-quiet hub-queue__keys">
        Keys on a name: ↓ ↑ next and last, {order === 'claim' && 'C claim and go on, '}X choose,
        Enter open
      </span>
    </div>
  );
}
