using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.BotFramework.Stores;

/// <summary>What a bell says.</summary>
/// <param name="Conversation">The conversation it is about.</param>
/// <param name="Passing">What is only passed along; null where something new stands in the transcript.</param>
public sealed record Rung(string Conversation, BotActivity? Passing = null);
