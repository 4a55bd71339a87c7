-- The history: understood by H2 and PostgreSQL alike. Times are milliseconds since 1970 (UTC).
create table recognition (
  id varchar(26) primary key,
  created bigint not null,
  name varchar(200) not null,
  name_lower varchar(400) not null,
  model varchar(200) not null,
  emotion varchar(100) not null,
  confidence double precision not null,
  certain boolean not null,
  seconds double precision not null,
  has_timeline boolean not null,
  audio_kept boolean not null,
  heard text not null
);

create index recognition_created on recognition (created);

create table feedback (
  id varchar(26) primary key,
  recognition varchar(26) not null references recognition (id) on delete cascade,
  created bigint not null,
  label varchar(100) not null,
  speaker varchar(100)
);

create index feedback_recognition on feedback (recognition);
