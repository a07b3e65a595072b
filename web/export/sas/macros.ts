// SPDX-License-Identifier: MIT
/** The macros every SAS program starts with: reading files as text, counting, and the comparison of effects. */

/**
 * read_text reads a delimited file, and read_sheet a sheet of a workbook, with every column as text; PROC IMPORT would
 * guess the types of a text file from its first rows.
 */
export const macros = String.raw`
%macro read_text(file, out, delimiter, encoding, skip=0);
  filename trial "&folder./%qsysfunc(dequote(&file))" encoding="&encoding" lrecl=1048576 termstr=lf;
  %local columns first;
  data _null_;
    infile trial length=length;
    input @;
    input line $varying32767. length;
    line = compress(line, '0D'x);
    if substr(line, 1, 3) = 'EFBBBF'x then line = substr(line, 4);
    /* Titles, blank lines, and a first line such as sep=; stand before the names. */
    if _n_ <= &skip or line = '' or (_n_ = 1 and lowcase(substr(line, 1, 4)) = 'sep=' and lengthn(line) = 5) then delete;
    length names $ 32767 name $ 200;
    columns = countw(line, &delimiter, 'mq');
    do i = 1 to columns;
      name = compbl(dequote(strip(scan(line, i, &delimiter, 'mq'))));
      if name = '' then name = cats('column_', i);
      if lengthn(scan(line, i, &delimiter, 'mq')) > 34 then put 'WARNING: a column name has more than 32 characters: ' name;
      names = catx(' ', names, nliteral(name));
    end;
    call symputx('columns', names, 'L');
    call symputx('first', _n_ + 1, 'L');
    stop;
  run;
  data &out;
    infile trial firstobs=&first dsd dlm=&delimiter truncover;
    length &columns $ 200;
    input &columns;
    array cells_{*} _character_;
    filled_ = 0;
    do cell_ = 1 to dim(cells_);
      cells_{cell_} = strip(compress(cells_{cell_}, '0D'x));
      if cells_{cell_} ne '' then filled_ = 1;
    end;
    if filled_;
    drop cell_ filled_;
  run;
  filename trial clear;
%mend;
%macro read_sheet(file, sheet, out);
  proc import datafile="&folder./%qsysfunc(dequote(&file))" out=sheet_ dbms=xlsx replace;
    %if %length(%qsysfunc(dequote(&sheet))) > 0 %then sheet=&sheet;;
    getnames=yes;
  run;
  %local columns;
  proc sql noprint;
    select case when type = 'num'
        then 'case when missing(' || strip(nliteral(name)) || ') then "" else strip(put(' || strip(nliteral(name)) ||
          ', best32.)) end as ' || strip(nliteral(name)) || ' length=200'
        else 'strip(' || strip(nliteral(name)) || ') as ' || strip(nliteral(name)) || ' length=200' end
      into :columns separated by ', '
      from dictionary.columns where libname = 'WORK' and memname = 'SHEET_';
    create table &out as select &columns from sheet_;
  quit;
%mend;
/* An identifier without case, leading zeros, blanks and punctuation; numbers stay apart, as 1-11 and 11-1 are two. */
%macro plain_id(id);
  length plain_ $ 200;
  plain_ = lowcase(strip(&id));
  plain_ = prxchange('s/(?<![0-9])0+(?=[0-9])//', -1, strip(plain_));
  plain_ = prxchange('s/(?<=[0-9])[^a-z0-9\x80-\xFF]+(?=[0-9])/-/', -1, strip(plain_));
  plain_ = prxchange('s/[^a-z0-9\x80-\xFF-]+|-(?![0-9])|(?<![0-9])-//', -1, strip(plain_));
  if plain_ ne '' then &id = plain_;
  drop plain_;
%mend;
/* The list of participants, by the one number in each identifier. */
%macro list_numbers(people);
  data listed_;
    set &people;
    length number_ other_ $ 200;
    if prxmatch('/^[^0-9]*[0-9]+[^0-9]*$/', strip(id));
    number_ = prxchange('s/^[^0-9]*([0-9]+)[^0-9]*$/$1/', 1, strip(id));
    other_ = id;
    keep number_ other_;
  run;
%mend;
/* The same as plain_id, and as in that list where one of both is nothing but the number in the other. */
%macro number_id(id);
  %plain_id(&id);
  length number_ other_ $ 200;
  if _n_ = 1 then do;
    declare hash listed_(dataset: 'listed_');
    listed_.defineKey('number_');
    listed_.defineData('other_');
    listed_.defineDone();
  end;
  number_ = '';
  other_ = '';
  if prxmatch('/^[^0-9]*[0-9]+[^0-9]*$/', strip(&id)) then
    number_ = prxchange('s/^[^0-9]*([0-9]+)[^0-9]*$/$1/', 1, strip(&id));
  if number_ ne '' then
    if listed_.find() = 0 then
      if &id = number_ or other_ = number_ then &id = other_;
  drop number_ other_;
%mend;
/* How many rows there are here, and were in the calculator (. where it is not known). */
%macro count(what, data, expected);
  data _null_;
    if 0 then set &data nobs=here;
    put 'NOTE: ' &what ': ' here 'here, ' "&expected" ' in the calculator.';
    if &expected ne . and here ne &expected then put 'WARNING: ' &what ' are not as many as in the calculator.';
    stop;
  run;
%mend;
%macro count_participants(data, expected);
  proc sort data=&data(keep=id) out=people_ nodupkey; by id; run;
  %count('participants in the model', people_, &expected);
%mend;
%macro compare(outcome, row, estimate, se, df, p);
  data one;
    set effects(firstobs=&row obs=&row);
    length outcome $ 200;
    outcome = &outcome;
    calculator_estimate = &estimate; calculator_se = &se; calculator_df = &df; calculator_p = &p;
    worst = max(abs(estimate / calculator_estimate - 1), abs(stderr / calculator_se - 1), abs(df / calculator_df - 1));
  run;
  proc append base=compared data=one force; run;
%mend;
`.trim();
