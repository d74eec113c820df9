namespace WalkBuddyBot.Conversation.Safety.Matching;

/// <summary>Words of a message, from <paramref name="Start"/> up to but not including <paramref name="End"/>.</summary>
/// <param name="Start">The first word.</param>
/// <param name="End">One past the last.</param>
/// <param name="Denials">How many denying words stand between the matched ones.</param>
internal readonly record struct Span(int Start, int End, int Denials = 0);
