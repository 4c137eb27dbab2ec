#include "link/quotes/draft.hpp"

#include "link/quotes/person_name.hpp"
#include "link/quotes/pieces.hpp"
#include "link/quotes/rivals.hpp"
#include "link/quotes/speaker_clause.hpp"

#include <algorithm>

namespace pressrum {
namespace {

using enum Token::Kind;

constexpr std::size_t kMaxMarks = 6;   // taken off around a piece; more are not a typing mistake but an attack
constexpr std::size_t kMaxVoices = 8;  // that part of a name may mean

// British releases quote in single marks. One is a quotation mark when it stands before a word and its counterpart stands after a mark or before one;
// anything else may be an apostrophe.
std::vector<Token> with_single_marks(std::string_view text, std::vector<Token> tokens) {
    const auto is_single = [&](std::size_t i) {
        const std::string_view raw = text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
        return tokens[i].kind == other && (raw == "'" || raw == "‘" || raw == "’");
    };
    const auto is_pause = [&](std::size_t i) {
        return tokens[i].kind == comma || tokens[i].kind == stop || tokens[i].kind == question || tokens[i].kind == exclamation ||
               tokens[i].kind == ellipsis;
    };
    std::size_t open = tokens.size();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!is_single(i)) continue;
        const bool before_word = i + 1 < tokens.size() && tokens[i + 1].kind == word && !tokens[i + 1].space_before;
        if (before_word && (i == 0 || tokens[i].space_before || tokens[i - 1].kind == dash)) {
            if (open == tokens.size()) open = i;
        } else if (open < i && !tokens[i].space_before &&
                   (is_pause(i - 1) || tokens[i - 1].kind == quote_mark || i + 1 == tokens.size() || is_pause(i + 1))) {
            tokens[open].kind = tokens[i].kind = quote_mark;
            open = tokens.size();
        }
    }
    // Opened and never closed: the quotation goes on in the next paragraph.
    if (open < tokens.size() &&
        (open == 0 || tokens[open - 1].kind == quote_mark || tokens[open - 1].kind == colon || tokens[open - 1].kind == comma))
        tokens[open].kind = quote_mark;
    return tokens;
}

}  // namespace

bool is_same_person(const Attribution& a, const Attribution& b) {
    if (b.several || a.several) return a.name == b.name;
    if (b.name.empty()) return !b.pronoun && !b.role.empty() && (b.role == a.role || a.name.empty());
    return !a.name.empty() && (may_be_called(a.name, b.name) || may_be_called(b.name, a.name));
}

ParagraphDraft::ParagraphDraft(std::string_view text, std::string_view language, std::span<const std::uint32_t> line_ends)
    : text_(text),
      words_(find_attribution_words(language)),
      rows_(language),
      owned_(with_single_marks(text, tokenize(text))),
      t_(text, owned_),
      p_(text, t_, line_ends) {}

const Attribution& ParagraphDraft::attribution_of(int voice) const {
    static const Attribution kNone;
    return voice == kNobody ? kNone : voices_[static_cast<std::size_t>(voice)].attribution;
}

int ParagraphDraft::voice_of(const Attribution& attribution, Pronouns pronouns) {
    const bool unnamed = attribution.name.empty() && attribution.present();
    if (!voices_.empty() && attribution.present() && subject_.name.empty()) {
        const auto last = static_cast<int>(voices_.size()) - 1;
        if (attribution.pronoun && pronouns == Pronouns::go_on) return current_ != kNobody ? current_ : last;
        if (!attribution.pronoun && is_same_person(voices_.back().attribution, attribution)) return last;
    }
    if (!unnamed && attribution.present()) {
        if (const auto known = voice_by_name_.find(attribution.name); known != voice_by_name_.end()) return known->second;
        for (std::size_t i = voices_.size(); i > 0 && i + kMaxVoices > voices_.size(); --i) {
            if (is_same_person(voices_[i - 1].attribution, attribution)) return static_cast<int>(i - 1);
        }
    }
    voices_.push_back({attribution, unnamed ? subject_ : Attribution{}});
    if (!attribution.name.empty()) voice_by_name_.emplace(attribution.name, static_cast<int>(voices_.size()) - 1);
    subject_ = {};
    return static_cast<int>(voices_.size()) - 1;
}

void ParagraphDraft::add_cut(const Cut& cut) {
    if (cut.range.empty()) return;
    if (cut.kind == Kind::said && words_ != nullptr) mentioned_ = mentioned_ || mentions_somebody(cut.range);
    if (words_ != nullptr && (cut.kind == Kind::narration || cut.kind == Kind::attribution)) note_names(cut.kind, cut.range, cut.voice);
    cuts_.push_back(cut);
}

void ParagraphDraft::tell_of(const Attribution& subject) {
    subject_ = subject;
    named_ = subject.name;
    several_named_ = subject.several;
}

void ParagraphDraft::note_names(Kind kind, TokenRange range, int voice) {
    if (const std::string& speaker = attribution_of(voice).name; kind == Kind::attribution && !speaker.empty()) {
        named_ = speaker;
        several_named_ = false;
    }
    if (named_.empty()) named_ = whole_name(t_, *words_, range);
    several_named_ = several_named_ || names_besides(t_, *words_, range, named_);
}

void ParagraphDraft::name(TokenRange speaker) {
    if (speaker.begin < speaker.end) reading_.speakers.emplace_back(t_[speaker.begin].begin, t_[speaker.end - 1].end);
}

void ParagraphDraft::ask(StatementDoubt doubt, TokenRange range, Attribution attribution) {
    if (reading_.question || range.empty()) return;
    reading_.question = {doubt, t_[range.begin].begin, t_[range.end - 1].end, std::move(attribution)};
}

bool ParagraphDraft::is_any(std::size_t i, std::initializer_list<Token::Kind> kinds) const {
    return std::find(kinds.begin(), kinds.end(), t_[i].kind) != kinds.end();
}

TokenRange ParagraphDraft::trimmed(TokenRange r) const {
    bool again = true;
    for (std::size_t rounds = 0; again && rounds < kMaxMarks; ++rounds) {
        again = false;
        while (r.begin < r.end && is_any(r.begin, {dash, comma, stop, colon, semicolon, question, exclamation, close_paren})) ++r.begin;
        while (r.begin < r.end && is_any(r.end - 1, {comma, dash, semicolon, open_paren})) --r.end;
        if (r.begin < r.end && t_.is(r.end - 1, colon) && r.end < t_.size()) --r.end, again = true;
        if (r.begin >= r.end) return r;
        if (t_.is(r.begin, quote_mark)) {
            const std::size_t close = p_.opens(r.begin) && p_.close_of(r.begin) < r.end ? p_.close_of(r.begin) : Paragraph::kNone;
            const bool whole =
                close != Paragraph::kNone && (close + 1 == r.end || (close + 2 == r.end && is_any(close + 1, {stop, comma})));
            if (close == Paragraph::kNone || whole) {
                ++r.begin;
                if (whole) r.end = close;
                again = true;
            }
        } else if (t_.is(r.end - 1, quote_mark)) {
            const std::size_t open = p_.close_of(r.end - 1);
            if (p_.opens(r.end - 1) || open == Paragraph::kNone || open < r.begin) --r.end, again = true;
        }
    }
    return r;
}

Reading ParagraphDraft::finish() {
    std::stable_sort(cuts_.begin(), cuts_.end(), [](const Cut& a, const Cut& b) { return a.range.begin < b.range.begin; });
    merge_said();
    // A voice that says nothing for certain attributes nothing.
    std::vector<bool> says(voices_.size());
    for (const Cut& cut : cuts_) {
        if (cut.kind == Kind::said && cut.voice != kNobody) says[static_cast<std::size_t>(cut.voice)] = true;
    }
    const bool unnamed = std::any_of(cuts_.begin(), cuts_.end(), [](const Cut& c) { return c.kind == Kind::said && c.voice == kNobody; });
    constexpr auto kNotYet = static_cast<std::size_t>(-1);
    std::vector<std::size_t> number(voices_.size(), kNotYet);
    std::vector<SpokenWords> joined;
    const auto begin_utterance = [&](Utterance utterance) {
        reading_.utterances.push_back(std::move(utterance));
        joined.emplace_back(text_, t_, words_);
        return reading_.utterances.size() - 1;
    };
    const std::size_t nobodys = unnamed ? begin_utterance({}) : kNotYet;
    const auto utterance_of = [&](int voice) {
        if (voice == kNobody) return nobodys;
        std::size_t& n = number[static_cast<std::size_t>(voice)];
        if (n == kNotYet) {
            const auto& [attribution, subject] = voices_[static_cast<std::size_t>(voice)];
            n = begin_utterance({attribution, {}, {}, subject});
        }
        return n;
    };
    int last_voice = kNobody;
    for (const Cut& cut : cuts_) {
        TokenRange range = cut.kind == Kind::said ? trimmed(cut.range) : cut.range;
        while (cut.kind != Kind::said && range.begin < range.end && is_any(range.begin, {comma, stop, dash, colon})) ++range.begin;
        while (cut.kind == Kind::attribution && range.begin < range.end &&
               is_any(range.end - 1, {comma, stop, colon, dash, semicolon, exclamation, question}))
            --range.end;
        if (range.empty()) continue;
        const Piece piece{cut.kind, t_[range.begin].begin, t_[range.end - 1].end};
        reading_.pieces.push_back(piece);
        const bool said = cut.kind == Kind::said;
        if (!said && !(cut.kind == Kind::attribution && cut.voice != kNobody && says[static_cast<std::size_t>(cut.voice)])) continue;
        // What somebody says after another has spoken is a statement of its own.
        const bool again = said && cut.voice != kNobody && last_voice != kNobody && last_voice != cut.voice;
        if (again && !joined[utterance_of(cut.voice)].empty()) number[static_cast<std::size_t>(cut.voice)] = kNotYet;
        if (said) last_voice = cut.voice;
        const std::size_t n = utterance_of(cut.voice);
        reading_.utterances[n].pieces.push_back(piece);
        if (said) joined[n].add(range);
    }
    for (std::size_t n = 0; n < joined.size(); ++n) {
        if (!joined[n].empty()) reading_.utterances[n].words = joined[n].finished();
    }
    std::sort(reading_.speakers.begin(), reading_.speakers.end());
    return std::move(reading_);
}

void ParagraphDraft::merge_said() {
    std::vector<Cut> merged;
    for (Cut& cut : cuts_) {
        if (!merged.empty()) {
            Cut& last = merged.back();
            std::size_t between = last.range.end;
            const bool touches = between == cut.range.begin;
            if (last.kind == Kind::said && cut.kind == Kind::said && last.voice == cut.voice && touches) {
                last.range.end = cut.range.end;
                continue;
            }
        }
        merged.push_back(std::move(cut));
    }
    cuts_ = std::move(merged);
}

bool ParagraphDraft::mentions_somebody(TokenRange said) const {
    for (std::size_t i = said.begin; i < said.end; ++i) {
        const bool name = i > said.begin && t_.is_capital(i) && t_.is_word(i - 1);
        if (name || holds_third_person(t_, i, i + 1) || (t_.is_word(i) && is_role_word(*words_, t_.lower(i)))) return true;
    }
    // "Ulla har visat": any sentence begins with a capital letter, but nothing other than a name stands like this before its verb.
    const std::string &first = t_.lower(said.begin), &next = t_.lower(said.begin + 1);
    return t_.is_capital(said.begin) && is_auxiliary(next) && !contains(words_->no_speakers, first) && !is_plain_subject(first) &&
           !first.ends_with('n') && !first.ends_with('t');
}

}  // namespace pressrum
