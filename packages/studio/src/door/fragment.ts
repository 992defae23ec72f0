// A one-time link carries its secret in the fragment: taken from the address at once, kept in this page only.
import { useEffect, useState } from "react";
import { useLocation, useNavigate } from "react-router";

export function useFragment(): string | undefined {
  const { hash, pathname } = useLocation();
  const go = useNavigate();
  const [token, setToken] = useState(() => hash.slice(1));
  useEffect(() => {
    if (hash === "") return;
    setToken(hash.slice(1));
    void go(pathname, { replace: true });
  }, [hash, pathname, go]);
  return token === "" ? undefined : token;
}
