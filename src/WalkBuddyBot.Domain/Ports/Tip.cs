namespace WalkBuddyBot.Domain;

/// <summary>One small thing to do today, at most 200 characters.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">The words.</param>
/// <param name="Topic">The topic it follows from: the answer to "why?".</param>
/// <param name="Section">The article's section name.</param>
public sealed record Tip(string Id, string Text, string Topic, string Section);
