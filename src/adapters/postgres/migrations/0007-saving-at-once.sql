-- Saves of returns that the server remembers (docs/decisions/0013), decided there and written by one call: each behind the
-- walls of its own organisation, its return locked, and only if it stands as it was remembered.
-- `saves`: [{scope, place, year, tree, state, version, sequence, applied, confirmed: ledgers in order, patient,
-- batches: [{upto, lines, actor, name, done, fallen}, …]}, …]. Answers in their order: saved; held, where another transaction has
-- the return; moved, where it stands otherwise by now. Null where row-level security does not bind.
create function save_together(saves json) returns text[]
language plpgsql as $$
declare
  save record;
  batch record;
  head record;
  working record;
  key bigint;
  answers text[] := '{}';
begin
  for save in
    select * from json_to_recordset(saves) as each(scope text, place text, year integer, tree text, state text, version integer,
      sequence bigint, applied bigint, confirmed text[], patient boolean, batches json)
  loop
    perform set_config('zhibao.scope', save.scope, true);
    if not row_security_active('working_slots') then
      return null;
    end if;
    key := hashtextextended('return/' || save.place || '/' || save.year, 0);
    if save.patient then
      perform pg_advisory_xact_lock(key);
    elsif not pg_try_advisory_xact_lock(key) then
      answers := answers || 'held'::text;
      continue;
    end if;
    -- Each of these sees what was committed until the lock was had.
    select h.state, h.version into head from return_heads h where h.organisation = save.place and h.year = save.year;
    select w.sequence, w.applied into working from working_heads w where w.organisation = save.place and w.year = save.year;
    if coalesce(head.state, 'none') <> save.state or head.version is distinct from save.version
      or coalesce(working.sequence, 0) <> save.sequence or coalesce(working.applied, 0) <> save.applied
      or tree_stamp() <> save.tree
      or array(select c.ledger from confirmations c where c.organisation = save.place and c.year = save.year order by c.ledger) <> save.confirmed
    then
      answers := answers || 'moved'::text;
      continue;
    end if;
    for batch in
      select * from json_to_recordset(save.batches)
        as each(upto bigint, lines json, actor text, name text, done text, fallen text[])
    loop
      perform append_edits(save.place, save.year, batch.upto, batch.lines::text, batch.actor, batch.name, batch.done, batch.fallen);
    end loop;
    answers := answers || 'saved'::text;
  end loop;
  return answers;
end
$$;
