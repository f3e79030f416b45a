export function DemoBanner() {
  return (
    <section className="hub-demo" aria-label="About this hub">
      Demonstration: invented patients
    </section>
  );
}
