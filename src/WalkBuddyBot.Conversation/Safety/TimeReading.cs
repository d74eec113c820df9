using WalkBuddyBot.Conversation.Safety.Matching;

namespace WalkBuddyBot.Conversation.Safety;

/// <summary>Whether a sign is happening or over.</summary>
internal sealed class TimeReading(Places places, Roles roles, DenialReading denials)
{
    private const int PastReach = 12;

    /// <summary>How a span stands in time.</summary>
    /// <param name="span">The span.</param>
    /// <param name="recent">Whether its sentence says that it was only just.</param>
    /// <param name="mayBeGone">Whether "fine now" counts: what must never be missed is over only when it is told of the past as well.</param>
    public Reality Of(Span span, bool recent, bool mayBeGone)
    {
        var message = places.Message;
        var sentence = message.SentenceOf(span.Start);
        var (start, end) = message.Sentence(sentence);
        var next = sentence + 1 < message.Sentences ? Math.Min(message.Sentence(sentence + 1).End, end + 8) : end;
        if ((mayBeGone || places.Last(roles.Past, start, end) >= 0)
            && places.Found.Starting(roles.Gone, span.End, next - 1).Any(gone => gone.End <= next && !denials.Before(gone.Start)))
        {
            return recent ? Reality.JustPast : Reality.Past;
        }

        var from = places.ClauseStart(span.Start, start);
        var to = places.ClauseEnd(span.End, end);
        var past = places.Last(roles.Past, Math.Max(from, span.Start - PastReach), Math.Min(to, span.End + PastReach));
        if (past < 0 || recent || (past < span.Start && IsNow(past, span)))
        {
            return Reality.Live;
        }

        var (near, far) = past < span.Start ? (past, span.End + 6) : (span.Start, Math.Min(to, past + 8));
        return places.Found.Within(roles.Happening, near, Math.Min(to, far)) ? Reality.Live : Reality.Past;
    }

    // "I fell two months ago and cannot feel my legs": the cause is past, the sign is not.
    private bool IsNow(int past, Span span)
    {
        for (var at = past; at < span.End; at++)
        {
            if (places.Covers(roles.Present, at) && places.Message.Words[at] != "couldnt")
            {
                return true;
            }
        }

        return false;
    }
}
