import { formKeysOf } from './allowed-forms.ts';
import { FailureNotice } from './failure-notice.tsx';
import { taskIdOfKey } from './form-key.ts';
import { RefusedText } from './refused-text.tsx';
import { usePlan } from './plan-context.ts';

/**
 * What was refused and has no form on the plan any more, because the stay has moved on: nothing that
 * a person entered goes without a word.
 */
export function HomelessFailures() {
  const { failures, me, view, lookups } = usePlan();
  const keys = new Set(formKeysOf(me, view, lookups.catalogue));
  const taskIds = new Set(view.tasks.map(({ id }) => id));
  const homeless = failures.filter(
    ({ formKey }) => !keys.has(formKey) && !taskIds.has(taskIdOfKey(formKey) ?? ''),
  );
  return homeless.map((failure) => (
    <div key={failure.id}>
      <FailureNotice failure={failure} />
      <RefusedText values={failure.values} />
    </div>
  ));
}
