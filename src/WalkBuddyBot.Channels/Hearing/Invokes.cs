using System.Text.Json;
using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.Channels.Hearing;

/// <summary>A button of a card pressed as a request (<c>Action.Execute</c>), which the client waits to be answered.</summary>
internal static class Invokes
{
    /// <summary>The one name of an invoke that is known here.</summary>
    public const string CardAction = "adaptiveCard/action";

    private const string Execute = "Action.Execute";

    /// <summary>What is wrong with a card's invoke; null when it can be run.</summary>
    public static (string Code, string Message)? Mistake(BotActivity activity)
    {
        if (activity.Value is not { ValueKind: JsonValueKind.Object } value)
        {
            return ("BadRequest", "The value must be an object.");
        }

        if (value.Part("action") is not { } action)
        {
            return ("BadRequest", "The value must hold an action.");
        }

        if (action.Text("type") != Execute)
        {
            return ("NotSupported", $"The action's type must be {Execute}.");
        }

        return PressIn(activity).Verb is null ? ("BadRequest", "The action must name a verb of a button.") : null;
    }

    /// <summary>Whether the client asks by itself, as it shows the card, and nobody pressed anything.</summary>
    public static bool IsAutomatic(BotActivity activity) => activity.Value?.Text("trigger") == "automatic";

    /// <summary>What was pressed: the same that a submitted button says.</summary>
    public static Press PressIn(BotActivity activity) => activity.Value?.Part("action") is { } action
        ? Press.In(action.Part("data"), action.Text("verb"))
        : Press.None;
}
