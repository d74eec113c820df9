using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Calls;

namespace WalkBuddyBot.BotFramework.Messages.Trust;

/// <summary>Somebody who proved who they are, and what that binds them to.</summary>
internal interface ICaller
{
    /// <summary>Why they may not bring this activity; null when they may.</summary>
    Refusal? Judge(BotActivity activity);
}
