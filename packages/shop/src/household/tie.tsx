// What holds me and another together, drawn: two knots and a thread each way, solid where something is shared.

export function Tie({ given, got }: { readonly given: boolean; readonly got: boolean }) {
  return (
    <svg className="tie" viewBox="0 0 72 36" width="72" height="36" aria-hidden="true">
      <path className={given ? "tie-solid" : "tie-stitched"} d="M12 18 C 24 4, 48 4, 60 18" />
      <path className={got ? "tie-solid" : "tie-stitched"} d="M60 18 C 48 32, 24 32, 12 18" />
      <circle className="tie-me" cx="12" cy="18" r="6" />
      <circle className="tie-other" cx="60" cy="18" r="6" />
    </svg>
  );
}
