UPDATE page
SET name = :name, hash = :hash, text = :text, encoding = :encoding, newspaper = :newspaper, page_number = :page_number,
    issue = :issue, issue_reason = :issue_reason, issue_start = :issue_start, issue_end = :issue_end, home = :home,
    extractor_version = :extractor_version, filed = :filed
WHERE id = :id
