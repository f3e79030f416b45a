import { usePlan } from './plan-context.ts';

/** What whoever meets or telephones this person must know first. */
export function SafetyFlags() {
  const { view } = usePlan();
  const { communicationNeeds, riskToStaff: hasRisk } = view.card;
  return (
    <>
      {hasRisk && (
        <p className="hub-plan__flag hub-plan__flag--risk">
          <strong>Risk to staff:</strong> {view.riskToStaff ?? 'ask the ward before visiting'}
        </p>
      )}
      {communicationNeeds.length > 0 && (
        <p className="hub-plan__flag">
          <strong>Communication needs:</strong> {communicationNeeds.join('; ')}
        </p>
      )}
    </>
  );
}
