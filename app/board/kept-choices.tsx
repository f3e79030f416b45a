type KeptChoicesProps = {
  params: URLSearchParams;
  /** What the form itself says, and so does not take along. */
  except: readonly string[];
};

/** What else is chosen goes along when a form is sent without script. */
export function KeptChoices({ params, except }: KeptChoicesProps) {
  return [...params]
    .filter(([name]) => name !== 'patient' && !except.includes(name))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
