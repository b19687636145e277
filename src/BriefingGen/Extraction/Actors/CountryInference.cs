using System.Collections.Frozen;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Actors;

/// <summary>
/// Gives the holders of offices, and bodies of state, the country that the words around say: whose office it is ("its
/// ambassador"), else the one state that the article is about and that acts around them. A place near by says nothing, nor
/// does a state that has no such office; two holders of one office are never of one state, and where two states are as
/// likely, nothing is given.
/// </summary>
internal sealed class CountryInference(
    ArticleContext context,
    CountryMap countries,
    PlaceMap places,
    ActorRegister register
)
{
    private const double Least = 0.85;
    private const double Margin = 2.2;
    private const double LeastShare = 0.5;
    private const double LeastShareOfChief = 0.6;
    private const double Seat = 2;
    private const double Rare = 0.6;
    private const double Home = 0.8;
    private const double Voice = 1.5;
    private const int Rounds = 3;

    // A chief or a head may be of anything; these are of a state, unless somebody says of what.
    private static readonly FrozenSet<string> OfState = (
        "president premier chancellor minister ambassador envoy spokesman spokeswoman spokesperson senator general"
        + " king queen leader mayor governor secretary treasurer congressman congresswoman lawmaker marshal admiral"
        + " undersecretary negotiator speaker"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    // Who holds these is mostly of the state that the article is written from.
    private static readonly FrozenSet<string> Domestic =
        "senator mayor governor congressman congresswoman lawmaker speaker treasurer leader"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> StateBodies =
        "ministry parliament treasury police cabinet party legislature".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> StateWords =
        "government administration treasury ministry parliament military senators lawmakers police"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    private string? _seat;
    private readonly StateSigns _signs = new(context, countries, places);
    private StateVoices? _voiceReader;
    private readonly OfficeOwners _owners = new(context, places, register);

    private StateVoices Voices => _voiceReader ??= new(context, _signs);

    public void Give()
    {
        _seat = _signs.OnlySeat();
        var open = new List<(ActorDraft Draft, int Token)>();
        foreach (var draft in register.Drafts)
        {
            if (draft.Country is null && Anchor(draft) is { } token)
            {
                open.Add((draft, token));
            }
        }

        // What is owned may be owned by what is only settled here.
        TakeOwners(open);
        var chosen = open.Where(o => o.Draft is { Country: null, IsOwned: false } && IsOfState(o.Draft)).ToList();
        if (_signs.All.Count == 0 || chosen.Count == 0)
        {
            return;
        }

        Choose(chosen, open);
        for (var round = 0; round < Rounds && Reconsider(chosen); round++)
        {
            TakeOwners(open);
        }
    }

    private void TakeOwners(List<(ActorDraft Draft, int Token)> open)
    {
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (draft, token) in open)
            {
                if (draft.Country is null)
                {
                    TakeOwner(draft, token);
                }
            }
        }
    }

    // The surest first: who is settled speaks for or against the others.
    private void Choose(List<(ActorDraft Draft, int Token)> chosen, List<(ActorDraft Draft, int Token)> open)
    {
        var left = chosen.ToList();
        while (left.Count > 0)
        {
            var best = left.Select(o => (o.Draft, Choice: Choose(o.Draft, o.Token))).MaxBy(o => o.Choice.Lead);
            if (best.Choice.Code is null)
            {
                return;
            }

            Settle(best.Draft, best.Choice.Code, "context");
            TakeOwners(open);
            left.RemoveAll(o => o.Draft.Country is not null);
        }
    }

    private bool Reconsider(List<(ActorDraft Draft, int Token)> chosen)
    {
        var changed = false;
        foreach (var (draft, token) in chosen.Where(o => o.Draft.CountryBy is not "owner"))
        {
            var before = draft.Country;
            draft.Country = null;
            var (code, _) = Choose(draft, token);
            Settle(draft, code, code is null ? null : "context");
            changed |= !string.Equals(before, code, StringComparison.Ordinal);
        }

        return changed;
    }

    private static int? Anchor(ActorDraft draft) =>
        draft.RoleFirst
        ?? (draft.Mentions.Count > 0 && draft.Type is not ActorType.State ? draft.Mentions.Min(m => m.First) : null);

    private void TakeOwner(ActorDraft draft, int token)
    {
        var owner =
            draft.Office is { } office ? _owners.Of(office)
            : draft.Named ? _owners.OfKind(draft, token)
            : _owners.OfPeople(draft, token);
        if (owner is null)
        {
            return;
        }

        draft.IsOwned = true;
        if (owner.Value.Country is { } code)
        {
            Settle(draft, code, "owner");
        }
    }

    private static void Settle(ActorDraft draft, string? code, string? by) =>
        (draft.Country, draft.CountryBy) = (code, by);

    private bool IsOfState(ActorDraft draft) =>
        draft.Type switch
        {
            ActorType.Person when draft.RoleHead is { } head => OfState.Contains(head) || StateWordsIn(draft),
            ActorType.Person or ActorType.Group => !draft.Named && StateWordsIn(draft),
            ActorType.Organization => draft.Named && StateBodies.Contains(LastWord(draft.Name)),
            _ => false,
        };

    private static bool StateWordsIn(ActorDraft draft) => draft.Words.Overlaps(StateWords);

    private static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..].ToLowerInvariant();

    private (string? Code, double Lead) Choose(ActorDraft draft, int token)
    {
        var (first, second) = ((Code: (string?)null, Score: 0.0), 0.0);
        foreach (var code in _signs.All.Select(s => s.Code).Distinct(StringComparer.Ordinal))
        {
            var score = Score(draft, token, code);
            if (score > first.Score)
            {
                (second, first) = (first.Score, (code, score));
            }
            else
            {
                second = Math.Max(second, score);
            }
        }

        return
            first.Code is not null
            && first.Score >= Least
            && first.Score >= Margin * second
            && (
                string.Equals(first.Code, _seat, StringComparison.Ordinal)
                || _signs.Share(first.Code) >= (draft.RoleHead is "president" ? LeastShareOfChief : LeastShare)
                || Fellows(draft, token, first.Code) > 1
                || IsVoice(draft, token, first.Code)
                || (string.Equals(first.Code, _signs.Home, StringComparison.Ordinal) && SitsAtHome(draft))
            )
            ? (first.Code, first.Score / (second + 0.5))
            : (null, 0);
    }

    private bool IsVoice(ActorDraft draft, int token, string code) =>
        draft.RoleHead is not null && Voices.IsVoiceOf(token, code);

    private double Score(ActorDraft draft, int token, string code)
    {
        if (
            IsTaken(draft, code)
            || (draft is { Role: { } role, RoleHead: { } office } && Polities.BuiltIn.Lacks(code, role, office))
        )
        {
            return 0;
        }

        var score = Nearby(token, code) + Fellows(draft, token, code);
        if (IsOfSeat(draft) && string.Equals(code, _seat, StringComparison.Ordinal))
        {
            score += Seat;
        }

        if (string.Equals(code, _signs.Home, StringComparison.Ordinal))
        {
            score += draft.RoleHead is { } head && Domestic.Contains(head) ? 2 * Home : Home;
        }

        score += IsVoice(draft, token, code) ? Voice : 0;
        return IsRare(draft, code) ? score * Rare : score;
    }

    // Who holds these sits where the seat of power is: "the White House", "the Quay House".
    private static bool IsOfSeat(ActorDraft draft) =>
        draft.RoleHead is "president" or "senator" or "congressman" or "congresswoman" or "lawmaker"
        || string.Equals(draft.Role, "Secretary of State", StringComparison.OrdinalIgnoreCase)
        || draft.Words.Contains("administration")
        || draft.Words.Contains("lawmakers")
        || draft.Words.Contains("senators");

    // A paper speaks of its own legislators without their country; and few states have a secretary of state.
    private static bool SitsAtHome(ActorDraft draft) =>
        draft.RoleHead is "senator" or "congressman" or "congresswoman"
        || string.Equals(draft.Role, "Secretary of State", StringComparison.OrdinalIgnoreCase)
        || draft.Words.Contains("senators")
        || draft.Words.Contains("lawmakers");

    private double Nearby(int token, string code)
    {
        var sentence = context.SentenceOf(token);
        var region = context.Sentences[sentence].Region;
        var (score, rest, last, best) = (0.0, 0.0, -1, 0.0);
        foreach (var sign in _signs.All.Where(s => s.Speaks && string.Equals(s.Code, code, StringComparison.Ordinal)))
        {
            var at = context.SentenceOf(sign.First);
            var weight = sign.Weight * Nearness(sign, token, at, sentence, region);
            if (weight < 0.2)
            {
                rest += weight;
                continue;
            }

            // One sentence says it once, however often it names the state.
            score += at == last ? Math.Max(0, weight - best) : weight;
            (last, best) = (at, at == last ? Math.Max(best, weight) : weight);
        }

        return score + Math.Min(rest, 0.8);
    }

    private double Nearness(StateSign sign, int token, int at, int sentence, int region)
    {
        if (at == sentence)
        {
            return sign.First < token ? 1
                : sign.Holds ? 0.7
                : 0.1;
        }

        var there = context.Sentences[at].Region;
        if (there == region)
        {
            return at < sentence ? Math.Pow(0.75, sentence - at) : 0.4 * Math.Pow(0.8, at - sentence - 1);
        }

        return there == region - 1 ? 0.25
            : there == region - 2 ? 0.15
            : there == region + 1 ? 0.1
            : 0.05;
    }

    // People of a known state who are named near by speak for it too.
    private double Fellows(ActorDraft draft, int token, string code)
    {
        var (sentence, score) = (context.SentenceOf(token), 0.0);
        foreach (var other in register.Drafts)
        {
            if (
                ReferenceEquals(other, draft)
                || other.Type is ActorType.State
                || !string.Equals(other.Country, code, StringComparison.Ordinal)
            )
            {
                continue;
            }

            foreach (var mention in other.Mentions)
            {
                var at = context.SentenceOf(mention.First);
                if (
                    context.RegionOf(mention.First) == context.RegionOf(token)
                    && at <= sentence
                    && mention.First < token
                )
                {
                    // "Prime Minister Halvane and Foreign Minister Berrick" are colleagues.
                    // Who else is in the sentence may as well be met, urged or accused.
                    var near =
                        mention.End == token - 1 && context.Lower(mention.End) is "and" ? 1.8
                        : at == sentence ? 0.4
                        : 1;
                    score = Math.Max(score, near * Math.Pow(0.75, sentence - at));
                }
            }
        }

        return score;
    }

    // One state has one president and one foreign minister, and nobody talks with his own.
    private bool IsTaken(ActorDraft draft, string code) =>
        draft is { Type: ActorType.Person, Role: { } role, RoleHead: { } head }
        && IsUnique(head)
        && register.Drafts.Any(other =>
            !ReferenceEquals(other, draft)
            && other is { Type: ActorType.Person, Named: true, IsFormer: false }
            && string.Equals(other.Country, code, StringComparison.Ordinal)
            && (
                string.Equals(other.Role, role, StringComparison.OrdinalIgnoreCase)
                || (IsChief(other.RoleHead, other.Role) && IsChief(head, role) && TalksWith(draft, other))
            )
        );

    private static bool IsUnique(string head) =>
        head is "president" or "minister" or "premier" or "chancellor" or "king" or "queen" or "secretary";

    private static bool IsChief(string? head, string? role) =>
        head is "president" or "premier" or "chancellor" or "king" or "secretary"
        || string.Equals(role, "Prime Minister", StringComparison.OrdinalIgnoreCase)
        || string.Equals(role, "Foreign Minister", StringComparison.OrdinalIgnoreCase);

    // "Okell met Prime Minister Halvane", "Okell said …, at the end of talks with Prime Minister Halvane".
    private bool TalksWith(ActorDraft draft, ActorDraft other)
    {
        if (draft.RoleFirst is not { } token)
        {
            return false;
        }

        var sentence = context.Sentences[context.SentenceOf(token)];
        if (!other.Mentions.Exists(m => m.First >= sentence.First && m.First < token))
        {
            return false;
        }

        for (var i = Math.Max(sentence.First, token - 3); i < token; i++)
        {
            if (context.Lower(i) is "talks" or "meet" or "met" or "meeting" or "call" or "meets" or "visit" or "host")
            {
                return true;
            }
        }

        return false;
    }

    // A state that has a prime minister in the article has a president less often, and the other way round.
    private bool IsRare(ActorDraft draft, string code)
    {
        var sought =
            draft.RoleHead is "president" ? "Prime Minister"
            : string.Equals(draft.Role, "Prime Minister", StringComparison.OrdinalIgnoreCase) ? "President"
            : null;
        return sought is not null
            && register.Drafts.Any(d =>
                d is { Type: ActorType.Person, Named: true }
                && string.Equals(d.Country, code, StringComparison.Ordinal)
                && string.Equals(d.Role, sought, StringComparison.OrdinalIgnoreCase)
            );
    }
}
