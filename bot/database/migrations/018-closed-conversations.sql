-- Teams said for good that nothing can be written here: the person removed or blocked the assistant. It is not tried
-- again until they install it again or write to it.
alter table conversation
  add column closed_at timestamptz,
  -- In words for the administrator.
  add column closed_reason text,
  add constraint conversation_closed check ((closed_at is null) = (closed_reason is null));
