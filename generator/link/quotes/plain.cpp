#include "link/quotes/plain.hpp"

#include "link/quotes/continuation.hpp"
#include "link/quotes/denial.hpp"
#include "link/quotes/pieces.hpp"
#include "link/quotes/rivals.hpp"
#include "link/quotes/speaker_clause.hpp"

#include <algorithm>

namespace pressrum {

using enum Token::Kind;

namespace {

constexpr std::size_t kMinFragment = 3;  // words after a name and a colon that may be somebody's, without a full stop

constexpr std::string_view kQuotationWords[] = {"citat", "citatet", "quote", "sitat"};

}  // namespace

void PlainReader::read_plain(TokenRange all) {
    std::vector<TokenRange> quotations = p_.quotations();
    std::erase_if(quotations, [&](const TokenRange& q) { return q.begin > q.end || q.begin >= t_.size(); });
    reading_.goes_on = !quotations.empty() && quotations.back().end >= t_.size();
    const std::vector<Sentence> sentences = p_.sentences(all);
    if (quotations.size() == 1 && quotations[0].begin == 1 && quotations[0].end + 2 >= t_.size()) {
        const bool stop_after = quotations[0].end + 1 >= t_.size() || t_.is(quotations[0].end + 1, stop);
        if (stop_after || quotations[0].end >= t_.size()) return read_whole_quotation(quotations[0]);
    }
    if (auto signature = find_signature(t_, rows_, all)) {
        const bool sure = !signature->attribution.party.empty() || signature->role_is_known;
        if (sure || t_.is(0, other)) reading_.looks_back = signature->attribution;
        if (sure) reading_.form = Reading::Form::signature;
    } else if (auto said_by = sentences.size() == 1 ? find_said_by(t_, rows_, all) : std::nullopt) {
        reading_.looks_back = said_by->attribution;
    }
    if (quotations.empty() && is_told(all)) return read_told(sentences);
    std::size_t quotation = 0;
    for (std::size_t k = 0; k < sentences.size(); ++k) {
        TokenRange s = sentences[k].range;
        const std::size_t first = quotation;
        while (quotation < quotations.size() && quotations[quotation].begin <= s.end) {
            s.end =
                std::max(s.end, std::min(quotations[quotation].end + 1, t_.size()));  // a quotation of several sentences, or without an end
            ++quotation;
        }
        while (k + 1 < sentences.size() && sentences[k + 1].range.begin < s.end) s.end = std::max(s.end, sentences[++k].range.end);
        while (quotation < quotations.size() && quotations[quotation].begin <= s.end) ++quotation;
        const bool signs = sentences[k].after_dash || (t_.is(s.begin, other) && t_.raw(s.begin) == "/");
        if (k > 0 && first == quotation && signs && read_signature_after(s)) continue;
        if (const std::size_t at = talstreck_in(sentences[k], k, all); at != Paragraph::kNone) return read_inner_talstreck(s, at, all.end);
        if (k > 0 && sentences[k].after_dash && first == quotation && find_attributions(t_, rows_, s).empty()) {  // a talstreck, perhaps
            add(Kind::undecided, s);
            ask(StatementDoubt::speaker, s, {});
            continue;
        }
        read_plain_sentence(
            s, {quotations.begin() + static_cast<std::ptrdiff_t>(first), quotations.begin() + static_cast<std::ptrdiff_t>(quotation)});
    }
    read_end(sentences.back().range);
}

void PlainReader::read_whole_quotation(TokenRange inside) {
    reading_.whole = true;
    bool attributed = false;
    for (const Sentence& s : p_.sentences(inside)) {
        attributed |= !find_attributions(t_, rows_, s.range).empty() || find_unclear_attribution(t_, rows_, s.range) ||
                      find_said_by(t_, rows_, s.range);
    }
    if (attributed) return read_speech(inside, kNobody);
    add(Kind::said, inside, voice_of({}, Pronouns::begin));
}

std::size_t PlainReader::talstreck_in(const Sentence& sentence, std::size_t number, TokenRange all) {
    const TokenRange s = sentence.range;
    if (number > 0 && sentence.after_dash) {
        if (last_attribution_ == 0) {  // where the last sentence that says who speaks begins; looked up once
            last_attribution_ = 1;
            for (const Sentence& each : p_.sentences({s.begin, all.end})) {
                if (!outer_attributions(each.range).empty()) last_attribution_ = each.range.begin;
            }
        }
        return s.begin <= last_attribution_ ? s.begin : Paragraph::kNone;
    }
    for (std::size_t i = s.begin + 1; i + 2 < s.end && i < s.begin + kMaxClauseTokens; ++i) {
        if (t_.is(i, colon) && t_.is(i + 1, dash) && find_introduction(t_, rows_, {s.begin, i})) return i + 2;
        // "Leif Holm (S) är kritisk: – …", "En kollega till Leif Holm säger: – …"
        if (t_.is(i, colon) && t_.is(i + 1, dash) && (find_subject(t_, rows_, s) || holds_saying_verb({s.begin, i}))) {
            ask(StatementDoubt::speaker, s, {});
            break;
        }
        const bool initials = i == s.begin + 1 && t_.raw(s.begin).size() <= 3;  // an interview's: link/quotes/interviews
        if (t_.is(i, colon) && t_.is(i + 1, dash) && !initials && !is_label(t_, *words_, s) &&
            count_verbs(t_, *words_, {i + 2, all.end}) > 0 &&
            is_any(all.end - 1, {stop, question, exclamation})) {  // "Hon är nöjd: – …", "Polisen: – …"
            ask(StatementDoubt::speaker, s, {});
            break;
        }
        if (const std::size_t end = nickname_end(t_, i); end != i) i = end - 1;  // Karin "Kaja" Alm säger: – …
        else if (t_.is(i, quote_mark)) break;
    }
    return Paragraph::kNone;
}

bool PlainReader::read_signature_after(TokenRange s) {
    auto signature = find_signature(t_, rows_, s);
    if (!signature || lone_.empty() || lone_.end + 2 < s.begin - 1) return false;
    while (!cuts_.empty() && cuts_.back().range.begin + 1 >= lone_.begin) cuts_.pop_back();
    reading_.question.reset();
    const int voice = voice_of(signature->attribution, Pronouns::begin);
    name(s);
    add_attributed(Kind::said, lone_, voice);
    add_attributed(Kind::attribution, s, voice);
    return true;
}

void PlainReader::read_inner_talstreck(TokenRange s, std::size_t at, std::size_t end) {
    int voice = kNobody;
    if (at > s.begin) {
        const auto found = find_introduction(t_, rows_, {s.begin, at - 2});
        if (!found) {  // the dash opens a later sentence, and quotation marks span both
            add(Kind::undecided, {s.begin, end});
            return ask(StatementDoubt::speaker, s, {});
        }
        if (found->attribution.pronoun && voices_.empty() && reading_.question) {  // whoever could not be read before
            add(Kind::undecided, {s.begin, end});
            return;
        }
        voice = voice_of(found->attribution, Pronouns::go_on);
        name({s.begin, at - 2});
        add_attributed(Kind::attribution, {s.begin, at - 2}, voice);
    }
    read_speech({at, end}, voice);
}

void PlainReader::read_plain_sentence(TokenRange s, std::span<const TokenRange> quotations) {
    lone_ = {0, 0};
    led_by_verb_ = false;
    called_ = {};
    const int before = sentence_voice_;
    sentence_voice_ = kNobody;
    if (quotations.empty()) {
        if (auto subject = find_subject(t_, rows_, s)) tell_of(subject->attribution);
        return read_unquoted(s);
    }
    const std::size_t first = cuts_.size();
    std::size_t from = s.begin;
    for (std::size_t k = 0; k < quotations.size(); ++k) {
        const TokenRange inside{quotations[k].begin, std::min(quotations[k].end, t_.size())};
        const std::size_t open = inside.begin - 1, next = k + 1 < quotations.size() ? quotations[k + 1].begin - 1 : s.end;
        if (open < from) {  // within the attribution before it: "säger Karin Alm om ”Ljusstråket”"
            const bool goes_on = t_.is(inside.end - 1, comma) && inside.end - inside.begin > kMinFragment;  // “It will,” she added.
            if (is_sentence(inside) || goes_on) ask(StatementDoubt::words, inside, attribution_of(sentence_voice_));
            continue;
        }
        const int voice = voice_of_quotation({from, open}, inside, next, s, before);
        if (voice == kNobody && rival_) {
            if (from < open) add(Kind::attribution, {from, open});
            add(Kind::undecided, {open, std::min(inside.end + 1, t_.size())});
            ask(StatementDoubt::speaker, inside, {});
            from = std::min(inside.end + 1, t_.size());
            continue;
        }
        if (voice == kNobody) {
            add(Kind::narration, {from, std::min(inside.end + 1, t_.size())});
            from = std::min(inside.end + 1, t_.size());
            continue;
        }
        if (joins_quotations({from, open}) && cuts_.size() > first && cuts_.back().kind == Kind::narration) {  // the one before it too
            const TokenRange earlier = cuts_.back().range;
            cuts_.pop_back();
            add_attributed(Kind::said, {quotations[k - 1].begin, quotations[k - 1].end}, voice);
            if (earlier.begin + 1 < quotations[k - 1].begin) add(Kind::narration, {earlier.begin, quotations[k - 1].begin - 1});
        }
        if (from < open)
            add(before_is_attribution_ ? Kind::attribution : Kind::narration, {from, open}, before_is_attribution_ ? voice : kNobody);
        add_attributed(Kind::said, inside, voice);
        from = inside.end + 1;
        if (after_end_ > from && after_end_ <= s.end) {
            add_attributed(Kind::attribution, {after_begin_, after_end_}, voice);
            from = after_end_;
        }
        sentence_voice_ = voice;
    }
    if (from < s.end) add(Kind::narration, {from, s.end});
    if (sentence_voice_ == kNobody && (led_by_verb_ || !read_unmarked(s, first))) read_lone_quotation(s, quotations, first);
}

int PlainReader::voice_of_quotation(TokenRange before, TokenRange inside, std::size_t next, TokenRange s, int sentence_before) {
    before_is_attribution_ = rival_ = false;
    const std::size_t attributed_from = after_begin_;
    after_begin_ = after_end_ = 0;
    // ”…”, säger Karin Alm
    const bool led_to = before.empty() || t_.is(before.end - 1, colon) || t_.is(before.end - 1, comma) || t_.is(before.end - 1, dash) ||
                        joins_quotations(before);
    std::size_t at = inside.end + 1;
    while (at < s.end && (t_.is(at, comma) || t_.is(at, stop) || t_.is(at, dash) || t_.is(at, quote_mark))) ++at;
    if (at < next && led_to) {
        auto found = find_attribution_at(t_, rows_, at);
        const bool says = !t_[at].upper && holds_saying_verb({at, at + 1});  // sagde en af de fremmødte til Karin Alm
        if (!found && !says && (t_.is(at - 1, dash) || t_.is(at - 1, comma)))
            found = find_signature(t_, rows_, {at, s.end});  // ”…” – Karin Alm (C)
        if (!found && t_.is(at, other) && t_.raw(at) == "/") found = find_signature(t_, rows_, {at + 1, s.end});
        // ”Ljusstråket”, säger Karin Alm, är långt.
        if (found && next >= s.end && found->attribution.verb != "–" &&
            read_continuation(t_, *words_, inside, *found, {found->end, s.end}, p_, WordsBefore::quoted).outcome !=
                Continuation::Outcome::none) {
            found.reset();
        }
        if (found && is_lost(found->attribution)) {  // whoever could not be read before
            led_by_verb_ = true;
            return kNobody;
        }
        if (found && found->end <= s.end) {
            name({at, found->end});
            after_begin_ = at;
            after_end_ = std::max(found->end, end_before(next, s));
            return voice_of(found->attribution, sentence_voice_ != kNobody ? Pronouns::go_on : Pronouns::begin);
        }
    }
    if (before.empty()) {
        // ”…”, säger Karin Alm. ”…”
        return sentence_before != kNobody && inside.end + 2 >= s.end ? sentence_before : kNobody;
    }
    const bool led = t_.is(before.end - 1, colon) || t_.is(before.end - 1, comma) || (t_.is(before.end - 1, dash) && is_sentence(inside));
    // ”När det fryser”, säger Nils Ek, ”saltar vi”: what stands between is already the attribution.
    if (sentence_voice_ != kNobody && led) {
        const TokenRange between{attributed_from != 0 ? attributed_from : before.begin, before.end};
        rival_ = brings_rival(t_, *words_, between, attribution_of(sentence_voice_));
        if (auto second = rival_ ? find_second_speaker(t_, rows_, {between.begin, before.end - 1}) : std::nullopt) {
            rival_ = false;
            return share_attribution(between, *second);
        }
        before_is_attribution_ = !rival_;
        return rival_ ? kNobody : sentence_voice_;
    }
    if (sentence_voice_ != kNobody) return kNobody;
    if (!led) {  // Karin Alm sa ”nu bygger vi”
        if (t_.is_word(before.end - 1) && inside.end - inside.begin >= kMinFragment) {
            if (auto by = find_introduction(t_, rows_, before, Denied::taken); by && by->attribution.verb != ":") called_ = by->attribution;
        }
        return kNobody;
    }
    if (leads_to_text(t_, before)) {  // "Karin Alm svarade på frågan: ”…?”"
        led_by_verb_ = is_sentence(inside) && holds_saying_verb(before);
        return kNobody;
    }
    auto found = find_introduction(t_, rows_, {before.begin, before.end - 1});
    // "Citat: ”…”", "Svaret blev: ”… vi …”"
    if (!found && t_.is(before.end - 1, colon) && is_sentence(inside))
        led_by_verb_ = contains(kQuotationWords, t_.lower(before.end - 2)) || holds_first_person(t_, *words_, inside.begin, inside.end) ||
                       (leads_elsewhere(t_, before, {}) && holds_saying_verb(before));
    // "NU: Buss 14 försenad – Nils Ek: ”Kör försiktigt!”"
    if (!found && t_.is(before.end - 1, colon) && is_sentence(inside)) {
        std::size_t name = before.end - 1;
        while (name > before.begin && t_.is_capital(name - 1)) --name;
        if (before.end - 1 - name == 2) called_.name = t_.slice(name, before.end - 1);
    }
    // "A council spokesperson said: “…”"
    const std::size_t verb_at = before.end - 2;
    if (!found && before.end - before.begin > 2 && t_.is_word(verb_at)) {
        for (const AttributionWords* words : rows_)
            led_by_verb_ |= find_saying_verb(*words, t_.word(verb_at)) != nullptr && t_.word(verb_at) != "lyder" && is_sentence(inside);
    }
    if (!found) return kNobody;
    if (is_lost(found->attribution)) {
        led_by_verb_ = true;
        return kNobody;
    }
    const Attribution& by = found->attribution;
    if (by.verb == ":" && by.party.empty() && by.role.empty() && !is_sentence(inside)) {  // somebody's words, or the title of a book
        if (by.weak || inside.end - inside.begin < kMinFragment) return kNobody;
        name({before.begin, before.end - 1});
        called_ = by;
        return kNobody;
    }
    name({before.begin, before.end - 1});
    before_is_attribution_ = true;
    return voice_of(found->attribution, sentence_before != kNobody ? Pronouns::go_on : Pronouns::begin);
}

bool PlainReader::is_told(TokenRange all) const {
    for (std::size_t i = all.begin; i + 1 < all.end; ++i) {
        if (is_any(i, {dash, colon, other})) return false;
    }
    return !holds_saying_verb(all);
}

void PlainReader::read_told(std::span<const Sentence> sentences) {
    for (const Sentence& s : sentences) add(Kind::narration, s.range);
    for (std::size_t k = sentences.size(); k-- > 0 && subject_.name.empty();) {
        if (auto subject = find_subject(t_, rows_, sentences[k].range)) tell_of(subject->attribution);
    }
    read_end(sentences.back().range);
}

int PlainReader::share_attribution(TokenRange between, const FoundAttribution& second) {
    if (!cuts_.empty() && cuts_.back().kind == Kind::attribution && cuts_.back().range.end > second.begin)
        cuts_.back().range.end = second.begin;
    const int voice = voice_of(second.attribution, Pronouns::begin);
    name({second.begin, between.end});
    add_attributed(Kind::attribution, {second.begin, between.end}, voice);
    return voice;
}

bool PlainReader::joins_quotations(TokenRange between) const {
    if (between.empty() || !(t_.is(between.begin, comma) || contains(words_->and_words, t_.lower(between.begin))) ||
        between.end - between.begin > 2)
        return false;
    return between.begin > 0 && t_.is(between.begin - 1, quote_mark);
}

std::size_t PlainReader::end_before(std::size_t next, TokenRange s) const {
    const auto& all = p_.quotations();
    for (auto q = std::upper_bound(all.begin(), all.end(), next, [](std::size_t at, TokenRange range) { return at < range.begin; });
         q != all.end() && q->begin <= s.end; ++q) {
        const std::size_t open = q->begin - 1;
        if (t_.is(open - 1, comma) || t_.is(open - 1, colon)) return open - 1;  // what only names something has no such mark before it
    }
    return s.end;
}

bool PlainReader::holds_name(TokenRange range) const {
    for (std::size_t i = range.begin; i + 1 < range.end; ++i) {
        if (t_.is_capital(i) && t_.is_capital(i + 1)) return true;
    }
    return false;
}

bool PlainReader::is_sentence(TokenRange inside) const {
    return inside.end > inside.begin &&
           (t_.is(inside.end - 1, stop) || t_.is(inside.end - 1, exclamation) || t_.is(inside.end - 1, question) ||
            t_.is(inside.end - 1, ellipsis) || t_.is(inside.end, stop) || inside.end >= t_.size());
}

void PlainReader::read_lone_quotation(TokenRange s, std::span<const TokenRange> quotations, std::size_t first) {
    const TokenRange& q = quotations.front();
    const bool alone = q.begin == s.begin + 1 && q.end + 1 >= s.end;
    const std::size_t end = std::min(q.end, t_.size());
    if (alone) lone_ = {q.begin, end};
    // ”…”, strålar Karin Alm; ”…” Karin Alm
    if (q.begin == s.begin + 1 && (find_unclear_attribution(t_, rows_, {end, s.end}) || find_signature(t_, rows_, {end + 1, s.end}))) {
        for (std::size_t i = first; i < cuts_.size(); ++i) cuts_[i].kind = Kind::undecided;
        return ask(StatementDoubt::speaker, s, {});
    }
    // “…,” the council said
    const bool paused = end > q.begin && end < s.end && (is_any(end - 1, {comma, question, exclamation}) || t_.is(end + 1, comma));
    const bool says = end + 1 < s.end && holds_saying_verb({end + 1, end + 2});  // "It is good" said a colleague
    if (q.begin == s.begin + 1 && (says || (paused && holds_saying_verb({end, s.end}))) && end - q.begin >= kMinFragment)
        led_by_verb_ = true;
    const bool ended = end > q.begin && (t_.is(end - 1, stop) || t_.is(end - 1, exclamation) || t_.is(end - 1, question));
    const bool begins = q.begin == s.begin + 1 && end - q.begin >= 4 && holds_first_person(t_, *words_, q.begin, end);
    // Nils Ek brukade säga: ”…”; Karin Alm (C) på webben: ”…”; According to Karin Alm, “…”
    static constexpr std::string_view kAccording[] = {"according", "enligt", "ifølge"};
    const bool introduced =
        q.begin >= s.begin + 3 && ended && q.end - q.begin >= 3 &&
        ((t_.is(q.begin - 2, colon) && (find_subject(t_, rows_, {s.begin, q.begin - 1}) || holds_name({s.begin, q.begin - 2}))) ||
         (t_.is(q.begin - 2, comma) && contains(kAccording, t_.lower(s.begin))));
    if (!led_by_verb_ && called_.name.empty() && !begins && !introduced && (!alone || !ended || q.end - q.begin < 3)) return;
    for (std::size_t i = first; i < cuts_.size(); ++i) cuts_[i].kind = Kind::undecided;
    ask(called_.name.empty() ? StatementDoubt::speaker : StatementDoubt::words, {q.begin, end}, called_);
}

void PlainReader::read_unquoted(TokenRange s) {
    const std::vector<FoundAttribution> found = find_attributions(t_, rows_, s);
    const auto somebody = std::find_if(found.begin(), found.end(), [&](const FoundAttribution& a) {
        const Attribution& by = a.attribution;
        const bool tells = words_->language != "en";  // there, "…, N.N. said" is indirect speech as well
        const std::string last = lower_word(by.name.substr(by.name.rfind(' ') + 1));
        if (contains(attribution_words::kOrganizationEnds, last)) return false;  // "uppger Ekinge Energi"
        return (!by.name.empty() || by.pronoun || a.role_is_known) &&
               (by.verb != "skriver" || holds_first_person(t_, *words_, s.begin, a.begin)) &&
               (tells || holds_first_person(t_, *words_, s.begin, a.begin));
    });
    if (somebody == found.end() && read_unmarked_introduction(s)) return;
    if (somebody == found.end()) return add(Kind::narration, s);
    for (const FoundAttribution& a : found) name({a.begin, a.end});
    add(Kind::undecided, s);
    ask(StatementDoubt::unmarked, s, somebody->attribution);
}

bool PlainReader::read_unmarked_introduction(TokenRange s) {
    std::size_t at = s.begin;
    while (at < s.end && !t_.is(at, colon)) ++at;
    if (at + 2 >= s.end || at == s.begin || is_label(t_, *words_, s)) return false;
    const auto found = find_introduction(t_, rows_, {s.begin, at});
    if (!found || found->attribution.weak) return false;
    if (found->attribution.verb == ":" && !holds_first_person(t_, *words_, at, s.end)) return false;
    if (!t_.is_word(at + 1) || (!t_[at + 1].upper && found->attribution.verb == ":")) return false;
    name({s.begin, at});
    add(Kind::undecided, s);
    ask(StatementDoubt::unmarked, s, found->attribution);
    return true;
}

bool PlainReader::read_unmarked(TokenRange s, std::size_t first) {
    std::vector<FoundAttribution> found = find_attributions(t_, rows_, s);
    const auto& q = p_.quotations();
    std::erase_if(found, [&](const FoundAttribution& a) {
        const auto after =
            std::upper_bound(q.begin(), q.end(), a.begin, [](std::size_t at, const TokenRange& range) { return at < range.end; });
        return (after != q.end() && after->begin <= a.begin) || (a.attribution.name.empty() && !a.attribution.pronoun && !a.role_is_known);
    });
    if (found.empty()) return false;
    for (const FoundAttribution& a : found) name({a.begin, a.end});
    cuts_.erase(cuts_.begin() + static_cast<std::ptrdiff_t>(first), cuts_.end());
    add(Kind::undecided, s);
    ask(StatementDoubt::unmarked, s, found.front().attribution);
    return true;
}

void PlainReader::read_end(TokenRange s) {
    if (t_.is(s.end - 1, colon)) {
        if (auto found = find_introduction(t_, rows_, {s.begin, s.end - 1})) reading_.leads_on = found->attribution;
        else if (sentence_voice_ != kNobody) reading_.leads_on = attribution_of(sentence_voice_);
        else if (auto subject = find_subject(t_, rows_, s); subject && !holds_denied_verb(t_, *words_, s) &&
                                                            !leads_elsewhere(t_, s, subject->attribution.name) &&
                                                            !brings_rival(t_, *words_, s, subject->attribution))
            reading_.may_lead_on = subject->attribution;
    }
    if (t_.is(s.end - 1, question)) {
        reading_.question_mark = reading_.utterances.empty() && voices_.empty() && reading_.speakers.empty();
        std::size_t comma_at = s.end - 1;
        while (comma_at > s.begin && !t_.is(comma_at, comma)) --comma_at;
        if (t_.is(comma_at, comma)) {
            if (auto asked = find_signature(t_, rows_, {comma_at + 1, s.end - 1})) reading_.asked = asked->attribution;
        }
    }
    if (!subject_.name.empty()) reading_.subject = subject_;
}

}  // namespace pressrum
