INSERT INTO page (name, hash, text, encoding, newspaper, page_number, issue, issue_reason, issue_start, issue_end, home,
                  imported_at, extractor_version, filed)
VALUES (:name, :hash, :text, :encoding, :newspaper, :page_number, :issue, :issue_reason, :issue_start, :issue_end, :home,
        :imported_at, :extractor_version, :filed)
RETURNING id
