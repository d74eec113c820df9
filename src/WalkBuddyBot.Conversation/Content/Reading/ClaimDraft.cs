namespace WalkBuddyBot.Conversation.Content.Reading;

/// <summary>A claim of the article and how it may be spoken: S plainly, H hedged, X not at all.</summary>
internal sealed record ClaimDraft(ContentFile File, int Line, string Id, string Tag)
{
    public bool Hedged => Tag == "H";

    public bool Overstated => Tag == "X";
}
