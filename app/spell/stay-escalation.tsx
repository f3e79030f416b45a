import { levelInWords } from '../../domain/escalation/escalation.ts';
import { Tag } from '../components/tag.tsx';
import {
  AcknowledgeForm,
  EscalateForm,
  RaisedText,
  ResolveForm,
  SettledLine,
} from './escalation-forms.tsx';
import { usePlan } from './plan-context.ts';

const NAME = 'the stay';

/** With whom a raised stay is, what is needed and what is being done; and raising it. */
export function StayEscalation() {
  const { view, forms } = usePlan();
  const { escalation } = view.card;
  const raised = view.stay?.raised ?? null;
  const isOpen = escalation !== undefined;
  if (!isOpen && raised === null && forms.escalateTo.length === 0) return null;
  return (
    <div className="hub-plan__block">
      {isOpen && (
        <div className="hub-task__asked">
          <Tag colour={escalation.isTakenOn ? 'orange' : 'red'}>
            Escalated to {levelInWords(escalation.level, null)}
          </Tag>
          {raised !== null && <RaisedText raised={raised} />}
          {forms.actionTeams.length > 0 && (
            <p>
              <a href="#plan-actions">Who does what by when: actions</a>
            </p>
          )}
          {forms.acknowledgeEscalation && <AcknowledgeForm name={NAME} raised={raised} />}
          {forms.resolveEscalation && <ResolveForm name={NAME} />}
        </div>
      )}
      {!isOpen && <SettledLine raised={raised} />}
      {forms.escalateTo.length > 0 && (
        <EscalateForm
          name={NAME}
          levels={forms.escalateTo}
          summary={isOpen ? 'Escalate this stay further' : 'Escalate this stay'}
          hint="For what no single task is to blame. Ward, council and hub read it, housing does not"
        />
      )}
    </div>
  );
}
