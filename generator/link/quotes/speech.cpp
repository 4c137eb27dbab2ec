#include "link/quotes/speech.hpp"

#include "link/quotes/aside.hpp"
#include "link/quotes/continuation.hpp"
#include "link/quotes/pieces.hpp"
#include "link/quotes/rivals.hpp"
#include "link/quotes/speaker_clause.hpp"
#include "link/quotes/voices.hpp"

#include <algorithm>

namespace pressrum {

using enum Token::Kind;

namespace {

constexpr std::size_t kMinTold = 3;  // words in quotation marks; fewer are a term

}  // namespace

void SpeechReader::read_talstreck(TokenRange all) {
    const bool attributed = !find_attributions(t_, rows_, all).empty();
    if (is_end_mark(t_, all) || (!attributed && is_label(t_, *words_, all) && p_.sentences(all).size() == 1))
        return add(Kind::narration, all);
    if (auto signature = find_signature(t_, rows_, all)) {
        reading_.form = Reading::Form::signature;
        reading_.looks_back = signature->attribution;
        add(Kind::attribution, all);
        ask(StatementDoubt::signature, all, signature->attribution);
        return;
    }
    read_speech(all, kNobody);
}

void SpeechReader::read_speech(TokenRange all, int voice) {
    const std::size_t first = cuts_.size();
    const std::vector<Sentence> sentences = p_.sentences(all);
    current_ = voice;
    told_ = false;
    // Up to the first attribution everything is said.
    std::vector<std::vector<FoundAttribution>> found(sentences.size());
    std::size_t named = sentences.size(), named_person = sentences.size();
    for (std::size_t k = 0; k < sentences.size(); ++k) {
        found[k] = outer_attributions(sentences[k].range);
        if (named == sentences.size() && !found[k].empty()) named = k;
        if (named_person == sentences.size() && !found[k].empty() && !found[k].back().attribution.name.empty()) named_person = k;
    }
    std::vector<std::size_t> next_dash(sentences.size(), sentences.size());  // the next sentence that a dash opens
    for (std::size_t k = sentences.size(); k-- > 1;) next_dash[k - 1] = sentences[k].after_dash ? k : next_dash[k];
    bool attributed = voice != kNobody;  // whether somebody has been named so far
    named_after_ = false;
    for (std::size_t k = 0; k < sentences.size(); ++k) {
        const Sentence& sentence = sentences[k];
        const TokenRange s = sentence.range;
        const bool reopened = k > 0 && sentence.after_dash;
        if (reopened) told_ = false;
        if (k > 0 && (((found[k].empty() || words_->speaker_before_verb) && read_said_by(s)) || (found[k].empty() && read_leading(s)))) {
            attributed = true;
            continue;
        }
        // "Kom nu, sa mamma alltid. Det säger jag också, säger Karin Alm.": a story, or somebody who speaks.
        if (!found[k].empty() && k < named_person && named_person < sentences.size() && !attributed &&
            found[k].back().attribution.name.empty()) {
            for (const FoundAttribution& a : found[k]) name({a.begin, a.end});
            add_attributed(Kind::undecided, s, kNobody, reopened);
            ask(StatementDoubt::speaker, s, {});
            continue;
        }
        if (k == 0 && found[k].empty() && begins_with_speaker(s)) {
            add_attributed(Kind::undecided, s, kNobody, reopened);
            ask(StatementDoubt::speaker, s, {});
            unclear_ = true;
            continue;
        }
        // "”Före jul”, sa han.": somebody else's words, retold; so are "”Före jul”, sa Leif Holm." when another is named after it for the whole.
        const auto names_another = [&](const std::vector<FoundAttribution>& later) {
            return !later.empty() && !later.back().attribution.name.empty() &&
                   !is_same_person(found[k].back().attribution, later.back().attribution);
        };
        if (k > 0 && !found[k].empty() && t_.is(s.begin, quote_mark) && !reopened &&
            (found[k].back().attribution.pronoun ||
             (!attributed && std::any_of(found.begin() + static_cast<std::ptrdiff_t>(k) + 1, found.end(), names_another)))) {
            add_attributed(Kind::undecided, s, kNobody, reopened);
            ask(StatementDoubt::speaker, s, {});
            told_ = true;
            continue;
        }
        if (!found[k].empty()) {
            read_attributed(sentence, std::move(found[k]), reopened);
            attributed = named_after_ = true;
            heard_ = false;
            continue;
        }
        if (auto unclear = find_unclear_attribution(t_, rows_, s)) {
            add_unclear(s, reopened, *unclear);
            continue;
        }
        if (reopened && heard_) {  // "Publiken buar. – Avgå!"
            add_attributed(Kind::undecided, s, kNobody, reopened);
            ask(StatementDoubt::speaker, s, {});
            continue;
        }
        const bool before_named =
            k < named && named < sentences.size() && !unclear_ && (next_dash[k] > named || next_dash[k] == sentences.size());
        const bool opens = k == 0 || reopened || (!attributed && before_named);
        const Told told = tell(sentence, opens, attributed);
        if (told.kind != Kind::said) {
            told_ = true;
            heard_ = heard_ || brings_voice(t_, *words_, s, {attribution_of(current_).name, attribution_of(current_).role});
        }
        if (!told.subject.name.empty()) tell_of(told.subject);
        add(told.kind, s, kNobody, reopened);
        if (told.kind == Kind::undecided) ask(StatementDoubt::words, s, attribution_of(current_));
    }
    give_voices(first, voice);
    if (unclear_) give_up_beside_unclear(first);
    if (t_.is(all.end - 1, colon) && current_ != kNobody && !ends_with_another(sentences.back().range))
        reading_.leads_on = attribution_of(current_);
}

bool SpeechReader::ends_with_another(TokenRange s) const {
    if (reading_.speakers.empty()) return false;
    for (std::size_t i = s.begin; i < s.end; ++i) {
        if (t_[i].begin < reading_.speakers.back().second || !t_.is_capital(i)) continue;
        const NameRun run = name_run(t_, i, s.end);
        if (run.capitals >= 2) return true;
        i = std::max(i, run.end);
    }
    return false;
}

bool SpeechReader::begins_with_speaker(TokenRange s) const {
    for (std::size_t i = s.begin + 1; i + 1 < s.end && i < s.begin + kMaxClauseTokens; ++i) {
        if (t_.is(i, quote_mark)) return false;
        if (!t_.is(i, colon)) continue;
        const auto found = find_introduction(t_, rows_, {s.begin, i}, Denied::taken);
        return found && (!found->attribution.party.empty() || found->attribution.name.find(' ') != std::string::npos);
    }
    return false;
}

bool SpeechReader::read_said_by(TokenRange s) {
    auto found = find_said_by(t_, rows_, s);
    if (!found) return false;
    if (is_lost(found->attribution)) {
        add_attributed(Kind::undecided, s, kNobody);
        told_ = true;
        return true;
    }
    const int before = current_;
    static constexpr std::string_view kAgreeing[] = {"instämmer", "instämde", "agrees", "agreed"};
    if (contains(kAgreeing, found->attribution.verb)) {  // with somebody else's words
        tell_of(found->attribution);
        add(Kind::narration, s);
        told_ = true;
        return true;
    }
    current_ = voice_of(found->attribution, Pronouns::go_on);
    name(s);
    add_attributed(Kind::attribution, s, current_);
    told_ = found->attribution.pronoun || (before != kNobody && before != current_);  // "She laughs.", "Lisa Holm agrees."
    return true;
}

bool SpeechReader::read_leading(TokenRange s) {
    if (is_label(t_, *words_, s) || is_to_reader(t_, s)) return false;
    std::size_t at = s.begin;
    while (at < s.end && !t_.is(at, colon)) {
        if (t_.is(at, quote_mark)) return false;
        ++at;
    }
    if (at == s.end) return false;
    // "Och tillägger: Det var dags."
    if (current_ != kNobody && at <= s.begin + 3 && contains(words_->and_words, t_.lower(s.begin)) &&
        find_saying_verb(*words_, t_.lower(s.begin + 1)) != nullptr) {
        name({s.begin, at});
        add_attributed(Kind::attribution, {s.begin, at}, current_);
        if (at + 1 < s.end) add_attributed(Kind::said, {at + 1, s.end}, current_);
        told_ = false;
        return true;
    }
    auto found = find_introduction(t_, rows_, {s.begin, at});
    if (!found && !holds_own_words(t_, *words_, s.begin, at) && holds_saying_verb({s.begin, at})) {  // "Då ropar någon: Vi vill inte!"
        add_attributed(Kind::undecided, s, kNobody);
        ask(StatementDoubt::speaker, s, {});
        told_ = true;
        return true;
    }
    if (!found && t_.is(at + 1, dash) && find_subject(t_, rows_, s)) {  // "Leif Holm (S) är kritisk: – …"
        add_attributed(Kind::undecided, s, kNobody);
        ask(StatementDoubt::speaker, s, {});
        told_ = true;
        return true;
    }
    const bool new_turn =
        found && found->attribution.verb == ":" && t_.is(at + 1, dash) && found->attribution.name.find(' ') != std::string::npos;
    if (!found || (found->attribution.verb == ":" && !new_turn)) return false;               // "Leif Holm: – …"
    const bool others_words = t_.is(at + 1, quote_mark) || (at + 1 >= s.end && mentioned_);  // "Han sa: ”Får vi bada?”", "Hon svarar:"
    if (found->attribution.pronoun && others_words) {
        add_attributed(Kind::undecided, s, kNobody);
        ask(StatementDoubt::speaker, s, {});
        told_ = true;
        if (at + 1 >= s.end) current_ = kNobody;
        return true;
    }
    if (is_lost(found->attribution)) {
        add_attributed(Kind::undecided, s, kNobody);
        ask(StatementDoubt::speaker, s, {});
        return true;
    }
    current_ = voice_of(found->attribution, Pronouns::go_on);
    name({s.begin, at});
    add_attributed(Kind::attribution, {s.begin, at}, current_);
    if (at + 1 < s.end) add_attributed(Kind::said, {at + 1, s.end}, current_);
    told_ = false;
    return true;
}

bool SpeechReader::is_lost(const Attribution& who) const {
    return who.name.empty() && ((voices_.empty() && (unclear_ || reading_.question)) || (who.pronoun && several_named_));
}

std::vector<FoundAttribution> SpeechReader::outer_attributions(TokenRange s) {
    std::vector<FoundAttribution> all = find_attributions(t_, rows_, s);
    const auto in_quotation = [&](const FoundAttribution& a) {
        const auto& q = p_.quotations();
        const auto after =
            std::upper_bound(q.begin(), q.end(), a.begin, [](std::size_t at, const TokenRange& range) { return at < range.end; });
        const bool inside = after != q.end() && after->begin <= a.begin;
        return inside && !(after->begin <= s.begin + 1 && after->end + 1 >= s.end);  // marks around all of it
    };
    std::erase_if(all, in_quotation);
    if (all.size() < 2) return all;
    // A sentence has one speaker, and its last attribution with a name says who; an earlier one without a name, or right
    // after a quotation, belongs to the story. What comes after it is about the same person.
    const auto named = std::find_if(all.rbegin(), all.rend(), [](const FoundAttribution& a) { return !a.attribution.name.empty(); });
    if (named == all.rend()) return all;
    const Attribution speaker = named->attribution;
    const auto at = static_cast<std::size_t>(all.rend() - named) - 1;
    std::vector<FoundAttribution> kept;
    for (std::size_t k = 0; k < all.size(); ++k) {
        const bool follows_quotation =
            all[k].begin > 0 && (t_.is(all[k].begin - 1, quote_mark) ||
                                 (all[k].begin > 1 && t_.is(all[k].begin - 1, comma) && t_.is(all[k].begin - 2, quote_mark)));
        const bool same = is_same_person(speaker, all[k].attribution) || (k > at && all[k].attribution.pronoun);
        if (k != at && !same && (all[k].attribution.name.empty() || (k < at && follows_quotation))) continue;
        kept.push_back(std::move(all[k]));
    }
    return kept;
}

void SpeechReader::read_attributed(const Sentence& sentence, std::vector<FoundAttribution> found, bool reopened) {
    const TokenRange s = sentence.range;
    if (holds_sound(t_, s)) {
        for (const FoundAttribution& a : found) name({a.begin, a.end});
        current_ = voice_of(found.back().attribution, Pronouns::go_on);
        add_attributed(Kind::undecided, s, kNobody, reopened);
        return ask(StatementDoubt::words, s, found.back().attribution);
    }
    if (is_lost(found[0].attribution)) {
        add_attributed(Kind::undecided, s, kNobody, reopened);
        return ask(StatementDoubt::speaker, s, {});
    }
    // Two people in one sentence, neither of them in the other's story.
    for (std::size_t k = 1; k < found.size(); ++k) {
        if (is_same_person(found[0].attribution, found[k].attribution) || found[k].attribution.pronoun) continue;
        current_ = kNobody;
        for (const FoundAttribution& a : found) name({a.begin, a.end});
        add_attributed(Kind::undecided, s, kNobody, reopened);
        return ask(StatementDoubt::speaker, s, {});
    }
    std::size_t from = s.begin;
    for (std::size_t k = 0; k < found.size(); ++k) {
        const FoundAttribution& a = found[k];
        const TokenRange rest{a.end, k + 1 < found.size() ? found[k + 1].begin : s.end};
        current_ = voice_of(a.attribution, Pronouns::go_on);
        name({a.begin, a.end});
        const Continuation next = read_continuation(t_, *words_, {from, a.begin}, a, rest, p_);
        const bool leads_on = next.at > a.end && (t_.is(next.at - 1, colon) || t_.is(next.at, quote_mark) || t_.is(next.at, dash));
        const bool rival = next.outcome == Continuation::Outcome::undecided && brings_rival(t_, *words_, {a.begin, next.at}, a.attribution);
        if (auto second =
                rival && leads_on && k + 1 == found.size() ? find_second_speaker(t_, rows_, {a.begin, next.at - 1}) : std::nullopt) {
            add_attributed(Kind::said, {from, a.begin}, current_, reopened && k == 0);
            add_attributed(Kind::attribution, {a.begin, second->begin}, current_);
            return read_second(*second, {next.at, s.end});
        }
        if (next.outcome == Continuation::Outcome::undecided) {
            add_attributed(Kind::undecided, {from, a.begin}, current_, reopened);
            add_attributed(Kind::attribution, {a.begin, next.at}, current_);
            add_attributed(Kind::undecided, {next.at, rest.end}, current_);
            ask(StatementDoubt::words, {next.at, std::min(next.at + kMaxClauseTokens, rest.end)}, a.attribution);
            told_ = rival;
            return;
        }
        add_attributed(Kind::said, {from, a.begin}, current_, reopened && k == 0);
        add_attributed(Kind::attribution, {a.begin, next.at}, current_);
        ask_about_told({a.begin, next.at}, a.attribution);
        from = next.at;
        if (k + 1 == found.size() && from < s.end) add_attributed(Kind::said, {from, s.end}, current_);
    }
    told_ = false;
}

void SpeechReader::read_second(const FoundAttribution& second, TokenRange said) {
    current_ = voice_of(second.attribution, Pronouns::begin);
    name({second.begin, said.begin});
    add_attributed(Kind::attribution, {second.begin, said.begin}, current_);
    add_attributed(Kind::said, said, current_);
    told_ = t_.is(said.begin, quote_mark);  // after its marks it is anybody's
}

void SpeechReader::ask_about_told(TokenRange attribution, const Attribution& by) {
    for (std::size_t i = attribution.begin + 1; i < attribution.end; ++i) {
        if (!t_.is(i, quote_mark) || !p_.opens(i) || !contains(words_->that_words, t_.lower(i - 1))) continue;
        const std::size_t close = p_.close_of(i);
        if (close != Paragraph::kNone && close < attribution.end && close - i > kMinTold)
            return ask(StatementDoubt::words, {i + 1, close}, by);
    }
}

SpeechReader::Told SpeechReader::tell(const Sentence& sentence, bool opens, bool attributed) {
    const TokenRange s = sentence.range;
    const Attribution& speaker = attribution_of(current_);
    if (is_end_mark(t_, s)) return {Kind::narration};
    if (is_label(t_, *words_, s)) return {Kind::narration};
    if (opens) {
        const bool alone = s.begin <= 1 && s.end >= t_.size();
        const bool item = s.begin <= 1 && (is_list_item(t_, *words_, s) || (alone && is_fact(t_, *words_, s)));
        const bool doubtful = item || (alone && may_be_newsroom(t_, s));
        return {doubtful && !attributed ? Kind::undecided : Kind::said};
    }
    const bool own = holds_first_person(t_, *words_, s.begin, s.end);
    if (!own && is_to_reader(t_, s)) return {Kind::narration};
    if (may_be_newsroom(t_, s)) return {Kind::undecided};
    const bool many = contains(words_->no_speakers, t_.lower(s.begin));  // "Många frågar …": nobody present
    if (!own && named_after_ && !many && brings_voice(t_, *words_, s, {speaker.name, speaker.role})) return {Kind::undecided};
    if (auto subject = find_subject(t_, rows_, s)) {
        const bool same = is_same_person(speaker, subject->attribution);
        if (own) return {Kind::undecided};
        const bool sure = same || !subject->attribution.party.empty() || subject->role_is_known;
        return {sure && attributed ? Kind::narration : Kind::undecided, subject->attribution};
    }
    switch (who_is_told(t_, *words_, s, speaker)) {
        case About::speaker:
            if (!attributed) return {Kind::undecided};
            return {own || mentioned_ ? Kind::undecided : Kind::narration};
        case About::maybe_speaker:
        case About::somebody: return {Kind::undecided};
        case About::nobody: break;
    }
    if (told_ || tells_of_somebody(s) || (sentence.after_break && !goes_on_after_break(s))) return {Kind::undecided};
    if (named_after_ && may_be_aside(t_, *words_, s)) return {Kind::undecided};
    return {Kind::said};
}

bool SpeechReader::holds_saying_verb(TokenRange r) const {
    for (std::size_t i = r.begin; i < r.end; ++i) {
        if (!t_.is_word(i) || t_[i].upper) continue;
        const std::string& word = t_.lower(i);
        for (const AttributionWords* words : rows_) {
            if (find_saying_verb(*words, word) != nullptr) return true;
        }
    }
    return false;
}

// "Vi träffade honom i tisdags": the speaker, unless what was said has named somebody else.
bool SpeechReader::tells_of_somebody(TokenRange s) const {
    if (mentioned_ || !named_after_) return false;
    for (std::size_t i = s.begin; i < s.end; ++i) {
        if (!holds_third_person(t_, i, i + 1)) continue;
        const bool joined = i > s.begin && contains(words_->and_words, t_.lower(i - 1));  // "den yngsta är sju, och hon slog rakast"
        return !joined && !mentions_somebody({s.begin, i});
    }
    return false;
}

// Editors break lines within a paragraph: a whole sentence goes on as it would on the same line. An item, a title or a signature begins a line on purpose.
bool SpeechReader::goes_on_after_break(TokenRange s) const {
    const bool ended = is_any(s.end - 1, {stop, question, exclamation, ellipsis});
    return ended && named_after_ && count_verbs(t_, *words_, s) > 0 && t_.is(0, dash);
}

void SpeechReader::give_voices(std::size_t first, int voice) {
    for (std::size_t i = first; i < cuts_.size();) {
        if (cuts_[i].voice != kNobody || cuts_[i].kind != Kind::said) {
            if (cuts_[i].voice != kNobody) voice = cuts_[i].voice;
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < cuts_.size() && cuts_[end].voice == kNobody && !cuts_[end].attributed) ++end;
        const int next = end < cuts_.size() ? cuts_[end].voice : kNobody;
        const bool next_opens = end < cuts_.size() && cuts_[end].after_dash;
        const auto dash_at = std::find_if(cuts_.begin() + static_cast<std::ptrdiff_t>(i), cuts_.begin() + static_cast<std::ptrdiff_t>(end),
                                          [](const Cut& c) { return c.after_dash; });
        const auto split = static_cast<std::size_t>(dash_at - cuts_.begin());
        const bool before_unclear =
            end < cuts_.size() && next == kNobody && !next_opens;  // whoever is named there may have said these as well
        for (std::size_t k = i; k < end; ++k) {
            if (cuts_[k].kind != Kind::said) continue;
            if (before_unclear && k < split) {
                cuts_[k].kind = Kind::undecided;
                continue;
            }
            if (voice == kNobody) cuts_[k].voice = next_opens || k < split ? (split < end || next_opens ? kNobody : next) : next;
            else if (next == kNobody || next == voice) cuts_[k].voice = voice;
            else if (next_opens || k < split) cuts_[k].voice = split < end || next_opens ? voice : kNobody;
            else cuts_[k].voice = next;
            if (cuts_[k].voice == kNobody && voice != kNobody) {
                cuts_[k].kind = Kind::undecided;
                ask(StatementDoubt::words, cuts_[k].range, attribution_of(voice));
            }
        }
        i = end;
    }
}

void SpeechReader::add_unclear(TokenRange s, bool reopened, const UnclearAttribution& unclear) {
    add_attributed(Kind::undecided, s, kNobody, reopened);
    told_ = true;
    unclear_ = true;
    if (unclear.fault == UnclearAttribution::Fault::missing_comma)
        ask(StatementDoubt::missing_comma, {unclear.verb - 1, unclear.verb + 1}, unclear.attribution);
    else ask(StatementDoubt::speaker, s, {});
}

void SpeechReader::give_up_beside_unclear(std::size_t first) {
    for (std::size_t i = first; i < cuts_.size(); ++i) {
        if (cuts_[i].kind == Kind::said && cuts_[i].voice == kNobody) cuts_[i].kind = Kind::undecided;
    }
}

}  // namespace pressrum
