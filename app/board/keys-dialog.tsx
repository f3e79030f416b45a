import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';

const KEYS: readonly (readonly [string, string])[] = [
  ['Tab', 'Into the columns, and out of them'],
  ['↑ ↓', 'The next patient in the column'],
  ['← →', 'The next column'],
  ['Home, End', 'The first and the last patient of the column'],
  ['Enter', 'Open the patient’s plan'],
  ['m', 'Move the patient to another pathway'],
  ['Escape', 'Close the plan and go back to the card'],
  ['/', 'Search'],
  ['?', 'These keys'],
];

type KeysDialogProps = { onClose: () => void };

export function KeysDialog({ onClose }: KeysDialogProps) {
  return (
    <Dialog title="Keys on the board" onClose={onClose}>
      <table className="hub-table hub-keys">
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col">What it does</th>
          </tr>
        </thead>
        <tbody>
          {KEYS.map(([key, what]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="hub-actions">
        <Button type="button" onClick={onClose}>
          Close
        </Button>
      </div>
    </Dialog>
  );
}
