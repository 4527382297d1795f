-- Asking made cheap (docs/decisions/0013): what opening a return needs is one function, whose plans a session keeps; it tells
-- what moved since it was asked last, and questions that come at the same moment are answered by one call.

-- Moves with the organisations, the cycles, the breaks and who stands under whom.
create table tree_changes (
  only_row boolean primary key check (only_row),
  stamp    uuid not null
);
insert into tree_changes values (true, gen_random_uuid());

do $$
declare
  scope constant text := '(select nullif(current_setting(''zhibao.scope'', true), ''''))';
  named text;
begin
  alter table tree_changes enable row level security;
  alter table tree_changes force row level security;
  execute format('create policy whole on tree_changes to current_user using (%1$s = ''*'') with check (%1$s = ''*'')', scope);
  execute format('create policy subtree on tree_changes for select using (%s is not null)', scope); -- it tells nothing
  -- Citus runs no triggers on reference tables: there all of it is read each time.
  if exists (select from pg_extension where extname = 'citus') then
    create function tree_stamp() returns text language sql stable as $body$
      select md5(concat_ws('|', (select string_agg(o::text, ',' order by o.code) from organisations o),
        (select string_agg(c::text, ',' order by c.organisation, c.year) from cycles c),
        (select string_agg(b::text, ',' order by b::text) from breaks b),
        (select count(*)::text from lineage)))
    $body$;
    return;
  end if;
  create function tree_stamp() returns text language plpgsql stable as $body$
  begin
    return (select stamp::text from tree_changes);
  end
  $body$;
  create function note_tree_change() returns trigger language plpgsql as $body$
  begin
    update tree_changes set stamp = gen_random_uuid();
    return null;
  end
  $body$;
  foreach named in array array['organisations', 'cycles', 'breaks', 'lineage'] loop
    execute format('create trigger noted after insert or update or delete or truncate on %I for each statement execute function note_tree_change()', named);
  end loop;
end
$$;

-- Moves with everything that the returns of a subtree and their desks show in a year.
create function stamp_of(root text, of_year integer) returns text
language plpgsql stable as $$
declare
  places constant text[] := array(select l.organisation from lineage l where l.ancestor = root and l.year = of_year);
begin
  return md5(concat_ws('|', tree_stamp(),
    (select string_agg(concat_ws(':', h.organisation, h.year, h.version, h.ordinal, h.state, h.hash), ',' order by h.organisation, h.year)
      from lineage l join return_heads h using (organisation, year)
      where l.ancestor = root and l.year between of_year - 3 and of_year),
    (select string_agg(concat_ws(':', w.organisation, w.sequence, w.applied), ',' order by w.organisation)
      from working_heads w where w.organisation = any(places) and w.year = of_year),
    (select string_agg(concat_ws(':', c.organisation, c.ledger, c.at), ',' order by c.organisation, c.ledger)
      from confirmations c where c.organisation = any(places) and c.year = of_year),
    (select string_agg(concat_ws(':', c.id, c.resolved_at), ',' order by c.id)
      from comments c where c.organisation = any(places) and c.year = of_year),
    (select string_agg(concat_ws(':', c.id, c.state), ',' order by c.id)
      from corrections c where c.organisation = any(places) and c.year = of_year)));
end
$$;

-- All that showing a working copy needs. Who asks says what he has from before: the stamp (where it is still the same, no
-- more is told), the tree, the version whose document he has, and up to which revision he knows the slots. Contents that the
-- newest version has taken stand in its document alone.
create function open_return(place text, of_year integer, known_stamp text, known_tree text, known_version integer, known_upto bigint) returns json
language plpgsql stable as $$
declare
  stamp constant text := stamp_of(place, of_year);
  tree constant text := tree_stamp();
  known constant boolean := coalesce(tree = known_tree, false);
  head record;
  working record;
  since bigint;
begin
  if stamp = known_stamp then
    return json_build_object('stamp', stamp);
  end if;
  select h.state, h.version, h.hash, h.actor, h.at, h.reason into head from return_heads h where h.organisation = place and h.year = of_year;
  select w.sequence, w.applied into working from working_heads w where w.organisation = place and w.year = of_year;
  since := case when known and known_upto <= coalesce(working.sequence, 0) then known_upto else 0 end;
  return json_build_object(
    'stamp', stamp, 'tree', tree, 'since', since,
    'around', case when not known then json_build_object(
      'organisations', (select json_agg(json_build_object('code', o.code, 'kind', o.kind, 'versions', o.versions, 'mergedInto', o.merged_into) order by o.code) from organisations o),
      'cycles', (select json_agg(c.content order by c.organisation, c.year) from cycles c)) end,
    'standing', json_build_object(
      'kind', (select o.kind from organisations o where o.code = place),
      'open', exists (select from cycles c join lineage l on l.ancestor = c.organisation and l.year = c.year
        where c.year = of_year and l.organisation = place),
      'state', coalesce(head.state, 'none'), 'version', head.version,
      'sequence', coalesce(working.sequence, 0), 'applied', coalesce(working.applied, 0)),
    'requested', case when head.state = 'returned' then (
      select json_agg(json_build_object('slot', r.slot, 'reason', r.reason) order by r.slot) from requested_slots r
      where r.organisation = place and r.year = of_year and r.version = head.version) end,
    'confirmations', (select json_agg(json_build_object('ledger', c.ledger, 'name', c.name, 'at', c.at) order by c.ledger)
      from confirmations c where c.organisation = place and c.year = of_year),
    'newest', case when head.version is not null then json_build_object('hash', head.hash, 'actor', head.actor, 'at', head.at, 'reason', head.reason) end,
    'document', case when head.version is not null and not (known and head.version is not distinct from known_version) then (
      select r.document from returns r where r.organisation = place and r.year = of_year and r.version = head.version) end,
    'lines', (select json_agg(json_build_array(w.slot, w.revision, w.name, w.at, case when w.revision > working.applied then w.content end) order by w.revision)
      from working_slots w where w.organisation = place and w.year = of_year and w.revision > since),
    'signature', case when head.version is not null then (
      select json_build_object('version', s.version, 'name', s.name, 'at', s.at, 'hash', s.hash) from signatures s
      where s.organisation = place and s.year = of_year and s.version = head.version) end,
    'openComments', (select count(*) from comments c
      where c.organisation = place and c.year = of_year and c.thread is null and c.resolved_at is null)
  );
end
$$;

-- Questions of many pages in one call, each behind the walls of its own organisation, to be asked in one unchanging state.
-- `questions`: [{scope, place, year, since} for what changed, or {scope, place, year, stamp, tree, version, upto} for a return to
-- open, …]; the answers in their order. Null where row-level security does not bind.
create function ask_together(questions json) returns json
language plpgsql as $$
declare
  question record;
  answers json[] := '{}';
begin
  for question in
    select * from json_to_recordset(questions)
      as each(scope text, place text, year integer, since bigint, stamp text, tree text, version integer, upto bigint)
  loop
    perform set_config('zhibao.scope', question.scope, true);
    if not row_security_active('working_slots') then
      return null;
    end if;
    answers := answers || case when question.since is null
      then open_return(question.place, question.year, question.stamp, question.tree, question.version, question.upto)
      else look_for_changes(question.place, question.year, question.since) end;
  end loop;
  return array_to_json(answers);
end
$$;
