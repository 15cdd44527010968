#pragma once

#include <string>
#include <string_view>

namespace proclint {

/// Where a text stands in Markdown, which decides what must be escaped at its begin and end.
enum class MarkdownPlace { block, heading };

/// Appends `text` as the Markdown that CommonMark reads back as that text, on one line: signs that
/// would mean emphasis, code, links, HTML or character references get a backslash, as does what
/// would begin a list, heading, quote or rule; line ends, tabs, and blanks at the begin and end
/// become character references.
void append_markdown(std::string_view text, MarkdownPlace place, std::string& out);

/// Whether a line (without blanks before it) would begin something else than a paragraph, or end
/// one: a list, heading, quote, rule, fence, HTML or the underline of a heading.
bool begins_markdown_block(std::string_view line);

}  // namespace proclint
