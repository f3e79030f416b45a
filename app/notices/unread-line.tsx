import { Form, Link } from '@remix-run/react';
import { Button } from '../components/button.tsx';
import { useUnread } from '../live/unread-context.ts';

type UnreadLineProps = { unread: number; upToId: number };

/** How much is unread here, and one button for all of it. */
export function UnreadLine({ unread, upToId }: UnreadLineProps) {
  const { count, isHeard } = useUnread();
  return (
    <div className="hub-notices__unread">
      <p>{unread === 0 ? 'You have read everything.' : `${unread} unread.`}</p>
      {isHeard && count > unread && (
        <p>
          <Link to="/notices">Show what has come in since</Link>
        </p>
      )}
      {unread > 0 && (
        <Form method="post" action="/notices" preventScrollReset>
          {/* What comes in while this is read is not marked with it. */}
          <input type="hidden" name="upToId" value={upToId} />
          <Button name="intent" value="read-all" variant="secondary" size="small">
            Mark all as read
          </Button>
        </Form>
      )}
    </div>
  );
}
