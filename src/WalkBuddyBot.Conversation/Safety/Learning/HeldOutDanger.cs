namespace WalkBuddyBot.Conversation.Safety.Learning;

/// <summary>An example as judged by what was learnt without it.</summary>
/// <param name="Example">The example.</param>
/// <param name="Score">The score of its worst stretch.</param>
/// <param name="Terms">What the terms alone say of its worst stretch.</param>
internal sealed record HeldOutDanger(SafetyExample Example, double Score, double Terms);
