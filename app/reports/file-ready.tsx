type FileReadyProps = { path: string; name: string };

/** A file that took a while, and is there now. */
export function FileReady({ path, name }: FileReadyProps) {
  return (
    <p className="hub-report__lead" role="status">
      It is ready, for you alone and for five minutes:{' '}
      <a href={path} download={name}>
        {name}
      </a>
      . That you take it away is recorded.
    </p>
  );
}
